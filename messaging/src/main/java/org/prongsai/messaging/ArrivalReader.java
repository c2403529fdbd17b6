package org.prongsai.messaging;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;

/** Reads what the headers of a Kafka record say about its event. */
final class ArrivalReader {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private ArrivalReader() {}

    static Arrival read(ConsumerRecord<String, String> message) {
        return new Arrival(
                Topic.of(message.topic()).orElseThrow(),
                message.partition(),
                message.offset(),
                String.valueOf(message.key()),
                header(message, "ce_id"),
                header(message, "ce_type"),
                number(header(message, "stream_seq")),
                message.value());
    }

    /** Of any text: one that would fail here would be tried for ever. */
    private static long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    private static @Nullable String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
