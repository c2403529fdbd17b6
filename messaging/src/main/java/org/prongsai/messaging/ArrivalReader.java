package org.prongsai.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;

/** Reads what the headers of a Kafka record say about its event. */
final class ArrivalReader {

    private ArrivalReader() {}

    static Arrival read(ConsumerRecord<String, String> message) {
        String seq = header(message, "stream_seq");
        return new Arrival(
                Topic.of(message.topic()).orElseThrow(),
                message.partition(),
                message.offset(),
                String.valueOf(message.key()),
                header(message, "ce_type"),
                seq == null ? 0 : Long.parseLong(seq),
                message.value());
    }

    private static @Nullable String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
