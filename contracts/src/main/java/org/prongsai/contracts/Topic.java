package org.prongsai.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The channels between services. A stream is one key of one topic; its records are numbered from 1 without gaps. */
public enum Topic {
    FRAMEWORKS("assessment.frameworks", Kind.COMPACTED),
    AGENCIES("assessment.agencies", Kind.COMPACTED),
    ROUNDS("assessment.rounds", Kind.COMPACTED),
    POPULATIONS("assessment.populations", Kind.COMPACTED),
    PEOPLE("assessment.people", Kind.COMPACTED),
    RESPONSES("assessment.responses", Kind.APPENDED),
    SCORES("scoring.scores", Kind.COMPACTED),
    ITEMS("disclosure.items", Kind.APPENDED),
    MESSAGES("notification.messages", Kind.APPENDED);

    /** Whether a topic keeps the last state of each key, or every record. */
    public enum Kind {
        /** Every event carries the whole current state of its key; older ones may vanish, so gaps mean nothing. */
        COMPACTED,
        /** Every record is kept while a round and its appeals are open; a gap in a stream is a fault. */
        APPENDED
    }

    private static final Map<String, Topic> BY_CHANNEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Topic::channel, Function.identity()));

    private final String channel;
    private final Kind kind;

    Topic(String channel, Kind kind) {
        this.channel = channel;
        this.kind = kind;
    }

    /** The Kafka topic's name. */
    public String channel() {
        return channel;
    }

    public Kind kind() {
        return kind;
    }

    public boolean compacted() {
        return kind == Kind.COMPACTED;
    }

    /** The topic of that Kafka name, if it is one of ours. */
    public static Optional<Topic> of(String channel) {
        return Optional.ofNullable(BY_CHANNEL.get(channel));
    }
}
