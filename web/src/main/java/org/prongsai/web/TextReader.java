package org.prongsai.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the texts of a request: a number is no text, and what no page can show and no database can hold is refused at
 * the door, so that it cannot stop anybody who hears of it later.
 */
final class TextReader extends StringDeserializer {
    private static final int SHOWN = 100;

    static SimpleModule module() {
        return new SimpleModule("texts")
                .addDeserializer(String.class, new TextReader())
                .addKeyDeserializer(String.class, new Keys());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING))
            return (String) context.handleUnexpectedToken(String.class, parser);
        var text = parser.getString();
        if (readable(text)) return text;
        throw refused(parser, text);
    }

    private static final class Keys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (readable(key)) return key;
            throw refused(context.getParser(), key);
        }
    }

    static boolean readable(String text) {
        return text.codePoints().noneMatch(TextReader::unreadable);
    }

    /** Control characters but tab and line ends, and halves of characters that are written in two. */
    private static boolean unreadable(int point) {
        return Character.isISOControl(point) && "\t\n\r".indexOf(point) < 0
                || Character.getType(point) == Character.SURROGATE;
    }

    private static InvalidFormatException refused(JsonParser parser, String text) {
        return InvalidFormatException.from(
                parser,
                "a text with control characters",
                text.substring(0, Math.min(SHOWN, text.length())),
                TextReader.class);
    }
}
