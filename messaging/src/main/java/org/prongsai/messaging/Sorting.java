package org.prongsai.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.Arrival.Stream;

/**
 * Decides what a batch of records means, given where the reader stands: what is heard for the first time, what is
 * repeated, what cannot be read, and which partitions must stop because a record of a stream is missing or two came under
 * one number. The number in the stream decides, not the offset: a log that was lost and refilled has other offsets and the
 * same numbers.
 */
final class Sorting {

    /** A record of a known type that cannot be read, or can never take effect. */
    record Unread(Arrival arrival, String reason) {}

    private final Map<Place, Long> nextOffsets;
    private final Map<Stream, Heard> heard;
    private final List<Told> told = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<Place, Stop> stopped = new HashMap<>();
    private final Set<Stream> moved = new HashSet<>();
    private int ignored;
    private int repeated;

    private Sorting(Map<Place, Long> nextOffsets, Map<Stream, Heard> heard) {
        this.nextOffsets = new HashMap<>(nextOffsets);
        this.heard = new HashMap<>(heard);
    }

    /**
     * By numbers alone, whatever records came under them.
     *
     * @param nextOffsets stored position per partition; absent means nothing was read yet
     * @param lastSeqs highest number heard per stream
     */
    static Sorting of(List<Arrival> batch, Map<Place, Long> nextOffsets, Map<Stream, Long> lastSeqs) {
        var heard = new HashMap<Stream, Heard>();
        batch.forEach(each -> heard.put(each.stream(), Heard.numbersOnly(lastSeqs.getOrDefault(each.stream(), 0L))));
        return after(heard, nextOffsets, batch);
    }

    /**
     * @param heard how far each stream was heard; absent means not at all
     * @param nextOffsets stored position per partition; absent means nothing was read yet
     */
    static Sorting after(Map<Stream, Heard> heard, Map<Place, Long> nextOffsets, List<Arrival> batch) {
        var sorting = new Sorting(nextOffsets, heard);
        batch.forEach(sorting::take);
        return sorting;
    }

    private void take(Arrival arrival) {
        if (stopped.containsKey(arrival.place())) {
            return;
        }
        var before = heard(arrival.stream());
        long next = before.last() + 1;
        if (arrival.streamSeq() > next && !arrival.topic().compacted()) {
            stopped.put(arrival.place(), Stop.missing(next, arrival.streamSeq()));
        } else if (arrival.streamSeq() > 0 && before.contradicts(arrival)) {
            stopped.put(arrival.place(), Stop.reused(arrival.streamSeq()));
        } else {
            take(arrival, before);
        }
    }

    private void take(Arrival arrival, Heard before) {
        nextOffsets.merge(arrival.place(), arrival.offset() + 1, Math::max);
        if (arrival.streamSeq() == 0) {
            read(arrival);
        } else if (arrival.streamSeq() > before.last()) {
            heard.put(arrival.stream(), before.then(arrival));
            moved.add(arrival.stream());
            read(arrival);
        } else {
            repeated++;
        }
    }

    private Heard heard(Stream stream) {
        return heard.getOrDefault(stream, Heard.NOTHING);
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
            throw new EventJson.Unreadable("%s has no stream_seq from 1 on, or a key with a NUL or more than %d letters"
                    .formatted(entry.type(), ArrivalReader.LONGEST_KEY));
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

    /** Partitions that must not be read on, with the reason; what came before counts. */
    Map<Place, Stop> stopped() {
        return stopped;
    }

    Map<Place, Long> nextOffsets() {
        return nextOffsets;
    }

    /** How far every stream that moved is heard now. */
    Map<Stream, Heard> moved() {
        return moved.stream().collect(Collectors.toMap(each -> each, this::heard));
    }

    /** The same, the highest numbers alone. */
    Map<Stream, Long> movedSeqs() {
        return moved.stream()
                .collect(Collectors.toMap(each -> each, each -> heard(each).last()));
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
