package org.prongsai.methodology.file;

import java.util.HashSet;
import org.prongsai.methodology.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * What somebody wrote, as a tree that remembers its lines. YAML anchors and aliases are refused: a document that refers to
 * itself can grow without end or have none.
 */
final class Source {
    /** Far more than any year needs, in every language. */
    static final int LARGEST = 2_000_000;

    private static final String WRITTEN_OUT = "every value written out, without & and *";
    private static final int DEEPEST = 30;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Findings findings;
    private final Lines lines;

    private Source(Findings findings) {
        this.findings = findings;
        this.lines = findings.lines();
    }

    /** JSON where it begins like JSON, else YAML; what cannot be read at all throws. */
    static JsonNode read(String text, Findings findings) {
        var mapper = text.stripLeading().startsWith("{") ? JSON : YAML;
        try (var parser = mapper.createParser(text)) {
            parser.nextToken();
            var tree = parser.currentToken() == null ? NODES.missingNode() : new Source(findings).value(parser, "", 0);
            if (parser.nextToken() != null) findings.add("", "more-than-one-document", "one document", null);
            return tree;
        }
    }

    private JsonNode value(JsonParser parser, String pointer, int depth) {
        lines.put(pointer, parser.currentTokenLocation().getLineNr());
        if (referring(parser)) {
            findings.add(pointer, "anchor", WRITTEN_OUT, parser.getString());
            parser.skipChildren();
            return NODES.nullNode();
        }
        if (depth > DEEPEST) {
            findings.add(pointer, "too-deep", "at most " + DEEPEST + " levels", null);
            parser.skipChildren();
            return NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer, depth);
            case START_ARRAY -> array(parser, pointer, depth);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.stringNode(parser.getString());
        };
    }

    /** YAML has numbers that are none, as .nan; they are taken for texts. */
    private static JsonNode decimal(JsonParser parser) {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (JacksonException | NumberFormatException none) {
            return NODES.stringNode(parser.getString());
        }
    }

    private static boolean referring(JsonParser parser) {
        return parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null);
    }

    private ObjectNode object(JsonParser parser, String pointer, int depth) {
        var object = NODES.objectNode();
        var keys = new HashSet<String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var at = pointer + Fault.step(key);
            int line = parser.currentTokenLocation().getLineNr();
            // A block of YAML begins below its key, and people look for the key.
            lines.put(at, line);
            if (referring(parser)) findings.add(at, "anchor", WRITTEN_OUT, key);
            parser.nextToken();
            var value = value(parser, at, depth + 1);
            if (keys.add(key)) object.set(key, value);
            else findings.addAt(line, at, "duplicate-key", "each key once");
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer, int depth) {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY)
            array.add(value(parser, pointer + "/" + array.size(), depth + 1));
        return array;
    }
}
