package org.prongsai.messaging;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** How an inbox is doing. Its own thread notes it, any may ask; times are those of a steady clock. */
final class Condition {

    private final Failing failing = new Failing();
    private final Spell silence = new Spell();
    private final Map<Place, Stop> stopped = new ConcurrentHashMap<>();
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

    /** Partitions that are not read on, and why. */
    Map<Place, Stop> stopped() {
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
        kinds().forEach((kind, places) -> words.add("stopped, %s, at %s".formatted(kind, String.join(", ", places))));
        return words.isEmpty() ? "reads" : String.join("; ", words);
    }

    private Map<String, TreeSet<String>> kinds() {
        var kinds = new TreeMap<String, TreeSet<String>>();
        stopped.forEach((place, stop) -> kinds.computeIfAbsent(stop.kind(), _ -> new TreeSet<>())
                .add(place.topic().channel() + "[" + place.partition() + "]"));
        return kinds;
    }
}
