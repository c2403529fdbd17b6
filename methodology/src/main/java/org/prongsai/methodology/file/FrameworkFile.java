package org.prongsai.methodology.file;

import java.util.List;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A framework as text: JSON or YAML in (YAML without anchors), canonical JSON out. */
public final class FrameworkFile {
    private static final ObjectMapper JSON = strict(JsonMapper.builder());
    private static final ObjectMapper YAML = strict(YAMLMapper.builder());

    private FrameworkFile() {}

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(B builder) {
        return builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }

    /** Either the framework or everything that is wrong with it. */
    public static Parsed<Framework> parse(String text) {
        var mapper = text.stripLeading().startsWith("{") ? JSON : YAML;
        JsonNode tree;
        try {
            tree = mapper.readTree(text);
        } catch (JacksonException unreadable) {
            return new Parsed.Faulty<>(List.of(unreadable(unreadable)));
        }
        var findings = new Findings();
        var framework = new FrameworkShape(findings).read(Place.root(tree, findings));
        return Parsed.of(framework, findings.faults());
    }

    private static Fault unreadable(JacksonException cause) {
        var at = cause.getLocation();
        var where = at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
        return new Fault("", "unreadable", "JSON or YAML", where + cause.getOriginalMessage());
    }

    /** The same text for the same framework, whatever the file looked like. */
    public static String json(Framework framework) {
        return JSON.writeValueAsString(framework);
    }
}
