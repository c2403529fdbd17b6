package org.prongsai.portal.speech;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the words: those of the answering pages from the file of each language, beside the questions it translates, and
 * those of all other pages from {@code words_th.properties} and {@code words_en.properties}.
 */
@Configuration(proxyBeanMethods = false)
public class WordsReader {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** What pages need of a language's file. */
    private record LanguageFile(
            String language,
            Map<String, String> name,
            String status,
            Map<String, String> words,
            Object frameworks,
            Object questions) {}

    @Bean
    public static Words words() {
        var tongues = new ArrayList<Tongue>();
        var texts = new HashMap<String, Map<String, String>>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:languages/*.yaml")) {
                try (var in = file.getInputStream()) {
                    var language = YAML.readValue(in, LanguageFile.class);
                    tongues.add(new Tongue(
                            language.language(), language.name(), !Objects.equals(language.status(), "unofficial")));
                    texts.put(language.language(), new HashMap<>(language.words()));
                }
            }
            for (String code : Words.EVERYWHERE) {
                Objects.requireNonNull(texts.get(code), code).putAll(properties(code));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the words of the pages cannot be read", unreadable);
        }
        return new Words(tongues, texts);
    }

    private static Map<String, String> properties(String code) throws IOException {
        var properties = new Properties();
        var file = new ClassPathResource("words_" + code + ".properties");
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        var words = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
