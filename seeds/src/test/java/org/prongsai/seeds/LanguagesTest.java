package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.file.TranslationFile;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.form.Question;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.translation.Phrase;
import org.prongsai.methodology.translation.Translation;
import org.prongsai.seeds.file.SeedReader;

/** What holds for every language file. */
class LanguagesTest {

    private static final Set<String> ORIGINALS = Set.of("th", "en");
    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

    static List<Path> files() {
        return new SeedFolder("languages").files();
    }

    static List<Path> translations() {
        return files().stream()
                .filter(file -> !ORIGINALS.contains(SeedFolder.nameOf(file)))
                .toList();
    }

    private static Translation read(Path file) {
        return TranslationFile.parse(SeedFolder.text(file)).orThrow();
    }

    @Test
    void theLoaderFindsThemAll() {
        assertThat(SeedReader.packaged().languages())
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> "languages/" + file.getFileName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWithoutFaultAndNamedAsItsFile(Path file) {
        assertThat(TranslationFile.parse(SeedFolder.text(file)).problems()).isEmpty();
        assertThat(read(file).language()).isEqualTo(SeedFolder.nameOf(file));
        assertThat(read(file).name().get("th")).matches(".*\\p{IsThai}.*");
        assertThat(read(file).name().get("en")).matches("[\\p{IsLatin} ]+");
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheWordsThatAllHaveWithTheSameGaps(Path file) {
        Map<String, String> words = read(file).words();
        Map<String, String> english = read(Path.of("languages/en.yaml")).words();
        assertThat(words.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        words.forEach((key, text) -> assertThat(gaps(text)).as(key).isEqualTo(gaps(english.getOrDefault(key, ""))));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void asksWhateverServiceUsersAreAskedInTheFrameworksItNames(Path file) {
        Translation language = read(file);
        assertThat(language.status()).isIn("official", "unofficial");
        List<Framework> frameworks = frameworks();
        assertThat(language.frameworks()).isNotEmpty().allSatisfy(name -> assertThat(frameworks)
                .anyMatch(each -> each.name().matches(name + "(-\\d{4})?")));
        for (Framework framework : frameworks.stream().filter(language::isFor).toList()) {
            assertThat(language.into(framework).problems()).isEmpty();
            List<Question> asked =
                    Form.of(framework.instrument("eit").orElseThrow()).questions();
            assertThat(asked).isNotEmpty().allSatisfy(question -> {
                Phrase phrase = language.questions().get(question.code());
                assertThat(phrase).as(question.code()).isNotNull();
                assertThat(phrase.text()).isNotBlank();
                assertThat(phrase.options().keySet()).isEqualTo(Set.copyOf(question.optionCodes()));
                assertThat(phrase.options().values())
                        .as("labels of " + question.code())
                        .doesNotHaveDuplicates();
            });
        }
    }

    private static List<Framework> frameworks() {
        return new SeedFolder("frameworks")
                .files().stream()
                        .map(file -> FrameworkFile.parse(SeedFolder.text(file)).orThrow())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void isNoCopyOfEnglish(Path file) {
        Translation language = read(file);
        Map<String, String> english = read(Path.of("languages/en.yaml")).words();
        assertThat(language.words().entrySet().stream()
                        .filter(word -> word.getValue().equals(english.get(word.getKey()))))
                .isEmpty();
    }
}
