package org.prongsai.messaging;

import org.prongsai.contracts.Topic;

/** One partition of one topic. */
public record Place(Topic topic, int partition) {}
