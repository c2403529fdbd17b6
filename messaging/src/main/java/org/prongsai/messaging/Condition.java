package org.prongsai.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How an inbox is doing. Its own thread notes it, any may ask; times are those of a steady clock. */
final class Condition {

    private final Failing failing = new Failing();
    private final Spell silence = new Spell();
    private final Set<Place> stopped = ConcurrentHashMap.newKeySet();
    private volatile String cause = "";
    private volatile boolean reading;

    void reads() {
        reading = true;
    }

    /** Whether this failure is worth a line in the log. */
    boolean failed(String by, long nanos) {
        cause = by;
        return failing.failed(nanos);
    }

    /** Whether this success ended failures. */
    boolean succeeded() {
        return failing.succeeded();
    }

    double failingSeconds(long nanos) {
        return failing.seconds(nanos);
    }

    /** Kafka was asked something, and said nothing; whether for the first time. */
    boolean silent(long nanos) {
        return silence.begin(nanos);
    }

    /** Whether Kafka had been silent. */
    boolean answered() {
        return silence.end();
    }

    double silentSeconds(long nanos) {
        return silence.seconds(nanos);
    }

    /** Partitions that are not read on, an event being missing. */
    Set<Place> stopped() {
        return stopped;
    }

    /** In words for whoever operates it, without anything that an event holds. */
    String words(long nanos) {
        if (!reading) {
            return "waits for Kafka: the topics cannot be made yet";
        }
        var words = new ArrayList<String>();
        if (silence.lasts()) {
            words.add("Kafka has not answered for %.0f s".formatted(silentSeconds(nanos)));
        }
        if (failingSeconds(nanos) > 0) {
            words.add("has failed for %.0f s: %s".formatted(failingSeconds(nanos), cause));
        }
        if (!stopped.isEmpty()) {
            words.add("stopped, an event being missing, at " + String.join(", ", places()));
        }
        return words.isEmpty() ? "reads" : String.join("; ", words);
    }

    private List<String> places() {
        return stopped.stream()
                .map(place -> place.topic().channel() + "[" + place.partition() + "]")
                .sorted()
                .toList();
    }
}
