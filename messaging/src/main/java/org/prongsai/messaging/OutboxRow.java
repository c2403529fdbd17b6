package org.prongsai.messaging;

import java.time.Instant;
import java.util.UUID;

/** A numbered event on its way to Kafka; {@code streamSeq} counts from 1 within (topic, key) without gaps. */
record OutboxRow(
        long id, UUID event, String topic, String key, String type, String body, Instant time, long streamSeq) {}
