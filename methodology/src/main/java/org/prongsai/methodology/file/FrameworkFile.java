package org.prongsai.methodology.file;

import java.util.List;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A framework as text: JSON or YAML in (YAML without anchors), canonical JSON out. */
public final class FrameworkFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private FrameworkFile() {}

    /** Either the framework or everything that is wrong with it, each with its line. */
    public static Parsed<Framework> parse(String text) {
        if (text.length() > Source.LARGEST)
            return new Parsed.Faulty<>(List.of(
                    new Fault("", "too-large", "at most %,d characters".formatted(Source.LARGEST), text.length(), 1)));
        var findings = new Findings();
        JsonNode tree;
        try {
            tree = Source.read(text, findings);
        } catch (JacksonException unreadable) {
            return new Parsed.Faulty<>(List.of(unreadable(unreadable)));
        }
        var framework = new FrameworkShape(findings).read(Place.root(tree, findings));
        new Translated(framework, findings).check(tree);
        return Parsed.of(framework, findings.faults());
    }

    static Fault unreadable(JacksonException cause) {
        var at = cause.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        return new Fault("", "unreadable", "JSON or YAML", cause.getOriginalMessage(), line);
    }

    /** The same text for the same framework, whatever the file looked like. */
    public static String json(Framework framework) {
        return JSON.writeValueAsString(framework);
    }

    /** The canonical document as a tree. */
    public static JsonNode tree(Framework framework) {
        return JSON.valueToTree(framework);
    }
}
