package org.prongsai.messaging;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;

/** Reads what the headers of a Kafka record say about its event. */
final class ArrivalReader {

    static final int LONGEST_KEY = 500;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private ArrivalReader() {}

    static Arrival read(ConsumerRecord<String, String> message) {
        String id = null;
        String type = null;
        String number = null;
        // Of several of one name the last one counts.
        for (var header : message.headers()) {
            switch (header.key()) {
                case "ce_id" -> id = text(header);
                case "ce_type" -> type = text(header);
                case "stream_seq" -> number = text(header);
                default -> {}
            }
        }
        String key = String.valueOf(message.key());
        return new Arrival(
                Topic.of(message.topic()).orElseThrow(),
                message.partition(),
                message.offset(),
                shown(key),
                id,
                type,
                isKey(key) ? number(number) : 0,
                message.value());
    }

    /** What a table can hold, in an index too: one that cannot be written down would be tried for ever. */
    private static boolean isKey(String key) {
        return key.length() <= LONGEST_KEY && key.indexOf('\0') < 0;
    }

    private static String shown(String key) {
        return isKey(key)
                ? key
                : key.substring(0, Math.min(key.length(), LONGEST_KEY)).replace('\0', '\uFFFD');
    }

    /** Of any text: one that would fail here would be tried for ever. */
    private static long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    private static @Nullable String text(Header header) {
        var bytes = header.value();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
