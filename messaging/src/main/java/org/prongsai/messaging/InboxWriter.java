package org.prongsai.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.Sorting.Unread;
import reactor.core.publisher.Mono;

/** Brings records into effect: what the handler does, what is parked and where the inbox then stands commit together. */
final class InboxWriter {

    /** What a committed batch came to. */
    record Taken(Sorting sorting, List<Unread> parked) {}

    /**
     * @param states how many parked ones will be heard once more
     * @param positions of a partition of which nothing was read yet there is none
     */
    record Again(long states, Map<Place, Long> positions) {}

    private record Spot(Topic topic, int partition, long offset) {}

    private final InboxHandler handler;
    private final InboxStore store;

    InboxWriter(InboxHandler handler, InboxStore store) {
        this.handler = handler;
        this.store = store;
    }

    Taken take(List<Arrival> batch) {
        return commit(sorted(batch).flatMap(sorting -> handler.handle(sorting.told())
                .defaultIfEmpty(List.of())
                .flatMap(refused -> save(sorting, parked(batch, sorting, refused)))));
    }

    /** Parks a record that the handler cannot bring into effect, unless it has none anyway; its stream goes on. */
    Taken park(Arrival arrival, String reason) {
        return commit(sorted(List.of(arrival))
                .flatMap(sorting -> save(
                        sorting, sorting.told().isEmpty() ? sorting.unread() : List.of(new Unread(arrival, reason)))));
    }

    /** Where the inbox stands, after it was put back to the parked states that are to be heard once more. */
    Again hearAgain(Collection<Place> places) {
        return Objects.requireNonNull(handler.database()
                .inTransaction(store.hearAgain(places).zipWhen(_ -> store.positions(places), Again::new))
                .block());
    }

    private Taken commit(Mono<Taken> work) {
        return Objects.requireNonNull(handler.database().inTransaction(work).block());
    }

    private Mono<Sorting> sorted(List<Arrival> batch) {
        var places = batch.stream().map(Arrival::place).distinct().toList();
        var streams = batch.stream().map(Arrival::stream).distinct().toList();
        return store.lockPositions(places)
                .zipWhen(
                        positions -> store.heard(streams),
                        (positions, heard) -> Sorting.after(heard, positions, batch));
    }

    private Mono<Taken> save(Sorting sorting, List<Unread> parked) {
        return store.park(parked).then(store.save(sorting)).thenReturn(new Taken(sorting, parked));
    }

    private static List<Unread> parked(List<Arrival> batch, Sorting sorting, List<Refused> refused) {
        Map<Spot, Arrival> bySpot = batch.stream()
                .collect(Collectors.toMap(
                        a -> new Spot(a.topic(), a.partition(), a.offset()), Function.identity(), (a, b) -> a));
        var rejected =
                refused.stream().map(r -> new Unread(Objects.requireNonNull(bySpot.get(spot(r.told()))), r.reason()));
        return Stream.concat(sorting.unread().stream(), rejected).toList();
    }

    private static Spot spot(Told told) {
        return new Spot(told.topic(), told.partition(), told.offset());
    }
}
