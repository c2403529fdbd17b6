package org.prongsai.messaging;

import org.prongsai.contracts.Event;
import org.prongsai.contracts.Topic;

/** An event as its reader hears it, each one once per stream and in the order of its stream. */
public record Told(Topic topic, int partition, long offset, String key, long streamSeq, Event event) {}
