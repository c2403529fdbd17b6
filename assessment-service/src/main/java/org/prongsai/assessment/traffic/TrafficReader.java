package org.prongsai.assessment.traffic;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.population.PopulationReader;
import org.prongsai.methodology.calendar.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts what comes to each unit, in this process and its memory alone. While no more come than to the smallest counter,
 * nothing is read for it either.
 */
@Component
public class TrafficReader {

    private static final int MOST_UNITS = 20_000;
    private static final Duration POPULATION_IS_OLD = Duration.ofMinutes(10);

    /** @param byCode whether only those count that came with a counter's code and needed it */
    private record Stream(Unit unit, boolean byCode) {}

    private final TrafficSettings settings;
    private final PopulationReader populations;
    private final Clock clock;
    private final Cache<Stream, Traffic> streams;
    private final AsyncCache<Unit, Integer> limits = Caffeine.newBuilder()
            .maximumSize(MOST_UNITS)
            .expireAfterWrite(POPULATION_IS_OLD)
            .buildAsync();

    TrafficReader(TrafficSettings settings, PopulationReader populations, Clock clock) {
        this.settings = settings;
        this.populations = populations;
        this.clock = clock;
        this.streams = Caffeine.newBuilder()
                .maximumSize(2 * MOST_UNITS)
                .expireAfterWrite(settings.window())
                .build();
    }

    public Mono<Pressure> pressure(Unit unit) {
        return pressure(new Stream(unit, false));
    }

    /** Of those alone who came with the counter's code, which is worth no more answers than the counter can have. */
    public Mono<Pressure> pressureByCode(Unit unit) {
        return pressure(new Stream(unit, true));
    }

    private Mono<Pressure> pressure(Stream stream) {
        int came = streams.asMap().getOrDefault(stream, Traffic.NONE).sum(slice());
        return came < settings.calm()
                ? Mono.just(new Pressure(came, settings.calm()))
                : limit(stream.unit()).map(limit -> new Pressure(came, limit));
    }

    /** One more answer came to this unit. */
    public void came(Unit unit, boolean byCode) {
        count(new Stream(unit, false));
        if (byCode) {
            count(new Stream(unit, true));
        }
    }

    /** One that came was no new answer. */
    public void undo(Unit unit, boolean byCode) {
        undo(new Stream(unit, false));
        if (byCode) {
            undo(new Stream(unit, true));
        }
    }

    private void count(Stream stream) {
        long slice = slice();
        streams.asMap().merge(stream, Traffic.NONE.plusOne(slice), (before, _) -> before.plusOne(slice));
    }

    private void undo(Stream stream) {
        long slice = slice();
        streams.asMap().computeIfPresent(stream, (_, before) -> before.minusOne(slice));
    }

    /** Many may wait for one reading: whoever leaves does not end it for the others. */
    private Mono<Integer> limit(Unit unit) {
        return Mono.fromFuture(
                () -> limits.get(
                        unit, (each, _) -> users(each).map(settings::limit).toFuture()),
                true);
    }

    private Mono<Integer> users(Unit unit) {
        return populations.of(unit.round(), List.of(unit.agency())).map(found -> Optional.ofNullable(
                        found.get(unit.agency()))
                .map(population -> population.people(Step.EIT.code()))
                .orElse(0));
    }

    private long slice() {
        return settings.slice(clock.millis());
    }
}
