package org.prongsai.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.Arrival.Stream;

/**
 * Decides what a batch of records means, given where the reader stands: what is heard for the first time, what is
 * repeated, what cannot be read, and which partitions must stop because a record of a stream is missing. The number in
 * the stream decides, not the offset: a log that was lost and refilled has other offsets and the same numbers.
 */
final class Sorting {

    /** A record of a known type that cannot be read, or can never take effect. */
    record Unread(Arrival arrival, String reason) {}

    private final Map<Place, Long> nextOffsets;
    private final Map<Stream, Long> lastSeqs;
    private final List<Told> told = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<Place, String> stopped = new HashMap<>();
    private final Set<Stream> moved = new HashSet<>();
    private int ignored;
    private int repeated;

    private Sorting(Map<Place, Long> nextOffsets, Map<Stream, Long> lastSeqs) {
        this.nextOffsets = new HashMap<>(nextOffsets);
        this.lastSeqs = new HashMap<>(lastSeqs);
    }

    /**
     * @param nextOffsets stored position per partition; absent means nothing was read yet
     * @param lastSeqs highest number heard per stream; absent means none
     */
    static Sorting of(List<Arrival> batch, Map<Place, Long> nextOffsets, Map<Stream, Long> lastSeqs) {
        var sorting = new Sorting(nextOffsets, lastSeqs);
        batch.forEach(sorting::take);
        return sorting;
    }

    private void take(Arrival arrival) {
        if (stopped.containsKey(arrival.place())) {
            return;
        }
        if (gap(arrival)) {
            // Without the key: of answers it would name the unit beside the line's instant.
            stopped.put(
                    arrival.place(),
                    "a stream's next number is %d, found %d".formatted(last(arrival) + 1, arrival.streamSeq()));
            return;
        }
        nextOffsets.merge(arrival.place(), arrival.offset() + 1, Math::max);
        if (arrival.streamSeq() == 0) {
            read(arrival);
        } else if (arrival.streamSeq() > last(arrival)) {
            lastSeqs.put(arrival.stream(), arrival.streamSeq());
            moved.add(arrival.stream());
            read(arrival);
        } else {
            repeated++;
        }
    }

    private boolean gap(Arrival arrival) {
        return !arrival.topic().compacted() && arrival.streamSeq() > last(arrival) + 1;
    }

    private long last(Arrival arrival) {
        return lastSeqs.getOrDefault(arrival.stream(), 0L);
    }

    private void read(Arrival arrival) {
        var entry = Catalogue.find(String.valueOf(arrival.type()));
        String body = arrival.body();
        if (entry.isEmpty() || body == null) {
            ignored++;
            return;
        }
        try {
            Event event = EventJson.read(at(arrival, entry.get()), body);
            told.add(new Told(
                    arrival.topic(), arrival.partition(), arrival.offset(), arrival.key(), arrival.streamSeq(), event));
        } catch (EventJson.Unreadable e) {
            unread.add(new Unread(arrival, String.valueOf(e.getMessage())));
        }
    }

    private static Class<? extends Event> at(Arrival arrival, Catalogue.Entry entry) throws EventJson.Unreadable {
        if (arrival.streamSeq() == 0) {
            throw new EventJson.Unreadable(entry.type() + " has no stream_seq from 1 on");
        }
        if (entry.topic() != arrival.topic()) {
            throw new EventJson.Unreadable(
                    entry.type() + " belongs to " + entry.topic().channel());
        }
        return entry.event();
    }

    List<Told> told() {
        return told;
    }

    List<Unread> unread() {
        return unread;
    }

    /** Partitions that must not be read on, with the reason; what came before the gap counts. */
    Map<Place, String> stopped() {
        return stopped;
    }

    Map<Place, Long> nextOffsets() {
        return nextOffsets;
    }

    /** The new highest number of every stream that moved. */
    Map<Stream, Long> movedSeqs() {
        var result = new HashMap<Stream, Long>();
        moved.forEach(s -> result.put(s, lastSeqs.getOrDefault(s, 0L)));
        return result;
    }

    /** Records of types that this version does not know. */
    int ignored() {
        return ignored;
    }

    /** Records whose number was heard before. */
    int repeated() {
        return repeated;
    }
}
