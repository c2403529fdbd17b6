package org.prongsai.scoring.recount;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.Place;
import org.prongsai.messaging.PositionStore;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.replay.BesideConfig;
import org.prongsai.scoring.replay.LogCountReader;
import org.prongsai.scoring.score.KeptScore;
import org.prongsai.scoring.score.ScoreStore;
import org.prongsai.scoring.score.Unit;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;
import org.prongsai.scoring.tally.TallyStore;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Counts everything again from the log, as far as the service has come, and holds what is kept against it. Both are of
 * one moment, though answers keep coming: most of the log is read before, the rest while the database stands still.
 */
final class RecountJob {
    private static final double NANOS = 1e9;
    private static final int SCORES_AT_ONCE = 50;

    private final PostgresClient database;
    private final PositionStore positions;
    private final LogCountReader log;
    private final Clock clock;
    private final List<String> lost = new ArrayList<>();
    private double reading;

    RecountJob(PostgresClient database, LogCountReader log, Clock clock) {
        this.database = database;
        this.positions = new PositionStore(database);
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param round the only one, or null for all
     * @throws IllegalArgumentException if no round is called that
     */
    Recounted run(@Nullable String round) {
        long began = System.nanoTime();
        log.readTo(reachable(Objects.requireNonNull(positions.all().block())));
        reading = (System.nanoTime() - began) / NANOS;
        var known = log.papers().rounds();
        if (round != null && !known.contains(round))
            throw new IllegalArgumentException("No round is called '%s'; there are %s.".formatted(round, known));
        var compared = compared(round);
        // What no score knows yet is no matter of theirs, but whether it is whole is one of the log.
        log.readTo(log.ends());
        return compared.lacking(missing());
    }

    private Recounted compared(@Nullable String round) {
        return Objects.requireNonNull(database.inSnapshot(standStill()
                        .then(positions.all())
                        .flatMap(places ->
                                Mono.fromCallable(() -> readRest(places)).subscribeOn(Schedulers.boundedElastic()))
                        .flatMap(waiting -> compare(round, waiting)))
                .block());
    }

    private long readRest(Map<Place, Long> places) {
        log.readTo(reachable(places));
        return log.waiting(places);
    }

    /** However long it takes to read the rest. */
    private Mono<Void> standStill() {
        return database.sql()
                .sql("set local idle_in_transaction_session_timeout = 0")
                .then()
                .then(database.sql().sql("set local statement_timeout = 0").then());
    }

    /** Where the service stands, if the log still goes that far. */
    private Map<Place, Long> reachable(Map<Place, Long> places) {
        var ends = log.ends();
        var reachable = new HashMap<Place, Long>();
        lost.clear();
        places.forEach((place, offset) -> {
            long end = ends.getOrDefault(place, 0L);
            if (offset > end)
                lost.add("%s[%d] ends at %d, and the scores rest on records up to %d: the log has lost them"
                        .formatted(place.topic().channel(), place.partition(), end, offset));
            reachable.put(place, Math.min(offset, end));
        });
        return reachable;
    }

    private Mono<Recounted> compare(@Nullable String round, long waiting) {
        var count = log.result();
        var papers = log.papers();
        var differences = new Differences();
        var tallies = new TallyCheck(count.sums(), papers.editions(), differences);
        var byUnit = byUnit(count.sums());
        var scores = new ScoreCheck(
                papers.participants(round),
                unit -> papers.grounds(unit, byUnit.getOrDefault(unit, Map.of())),
                clock.instant(),
                differences);
        return new TallyStore(database)
                .all(round)
                .doOnNext(tallies::live)
                .then(Mono.fromRunnable(tallies::end))
                .thenMany(new ScoreStore(database).all(round))
                .buffer(SCORES_AT_ONCE)
                .flatMapSequential(
                        some -> Mono.fromCallable(() -> differences(scores, some))
                                .subscribeOn(Schedulers.parallel()),
                        BesideConfig.AT_ONCE,
                        1)
                .doOnNext(found -> found.forEach(scores::live))
                .then(Mono.fromRunnable(scores::end))
                .then(Mono.fromSupplier(
                        () -> new Recounted(count, tallies, scores, differences, List.of(), waiting, reading)));
    }

    private static Map<KeptScore, List<Difference>> differences(ScoreCheck scores, List<KeptScore> some) {
        var differences = new LinkedHashMap<KeptScore, List<Difference>>();
        some.forEach(each -> differences.put(each, scores.differences(each)));
        return differences;
    }

    private static Map<Unit, Map<TallyKey, Sum>> byUnit(Map<TallyKey, Sum> sums) {
        var byUnit = new HashMap<Unit, Map<TallyKey, Sum>>();
        sums.forEach((key, sum) ->
                byUnit.computeIfAbsent(key.unit(), _ -> new HashMap<>()).put(key, sum));
        return byUnit;
    }

    private List<String> missing() {
        var missing = new ArrayList<>(lost);
        missing.addAll(log.findings().missing());
        return missing;
    }
}
