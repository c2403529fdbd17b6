package org.prongsai.scoring.recount;

import java.time.Clock;
import java.time.Duration;
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
import org.prongsai.scoring.replay.Inbox;
import org.prongsai.scoring.replay.LogCountReader;
import org.prongsai.scoring.replay.Reach;
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
 * one moment, though answers keep coming: most of the log is read before, the rest while the database stands still. What
 * the log held when this began must be in the scores when it ends.
 */
final class RecountJob {
    private static final double NANOS = 1e9;
    private static final int SCORES_AT_ONCE = 50;
    private static final int TALLIES_AT_ONCE = 50;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final PostgresClient database;
    private final PositionStore positions;
    private final LogCountReader log;
    private final Clock clock;
    private final Duration patience;
    private final List<String> lost = new ArrayList<>();

    /** @param patience for which a service that gets no further is waited for */
    RecountJob(PostgresClient database, LogCountReader log, Clock clock, Duration patience) {
        this.database = database;
        this.positions = new PositionStore(database);
        this.log = log;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param round the only one, or null for all
     * @throws IllegalArgumentException if no round is called that
     */
    Recounted run(@Nullable String round) {
        var first = log.ends();
        var reach = reach(heard());
        long began = System.nanoTime();
        log.readTo(reach.both());
        double reading = (System.nanoTime() - began) / NANOS;
        var known = log.papers().rounds();
        if (round != null && !known.contains(round))
            throw new IllegalArgumentException("No round is called '%s'; there are %s.".formatted(round, known));
        follow(first);
        return ended(compared(round, reading), first);
    }

    private Map<Place, Long> heard() {
        return Objects.requireNonNull(positions.of(Inbox.codes()).block());
    }

    private Reach reach(Map<Place, Long> heard) {
        return new Reach(heard, log.ends());
    }

    /** Waits until the service has heard what the log held at first, or gets no further. */
    private void follow(Map<Place, Long> first) {
        var heard = heard();
        long moved = System.nanoTime();
        while (lacks(heard, first) && System.nanoTime() - moved < patience.toNanos()) {
            var before = heard;
            heard = Objects.requireNonNull(
                    Mono.delay(LOOK).then(positions.of(Inbox.codes())).block());
            if (!heard.equals(before)) moved = System.nanoTime();
        }
    }

    /** A transaction of Kafka ends with a record of its own, which nobody hears. */
    private static boolean lacks(Map<Place, Long> heard, Map<Place, Long> first) {
        return first.entrySet().stream()
                .anyMatch(end -> heard.getOrDefault(end.getKey(), 0L)
                        < end.getValue() - (end.getKey().topic().compacted() ? 1 : 0));
    }

    private Recounted compared(@Nullable String round, double reading) {
        return Objects.requireNonNull(database.inSnapshot(standStill()
                        .then(positions.of(Inbox.codes()))
                        .flatMap(heard ->
                                Mono.fromRunnable(() -> readTo(reach(heard))).subscribeOn(Schedulers.boundedElastic()))
                        .then(Mono.defer(() -> positions.ahead(Inbox.codes(), log.readers())))
                        .doOnNext(lost::addAll)
                        .then(Mono.defer(() -> compare(round, reading))))
                .block());
    }

    private void readTo(Reach reach) {
        lost.addAll(reach.lost());
        log.readTo(reach.both());
    }

    /** However long it takes to read the rest. */
    private Mono<Void> standStill() {
        return database.sql()
                .sql("set local idle_in_transaction_session_timeout = 0")
                .then()
                .then(database.sql().sql("set local statement_timeout = 0").then());
    }

    private Mono<Recounted> compare(@Nullable String round, double reading) {
        var count = log.result();
        var papers = log.papers();
        var differences = new Differences();
        var participants = papers.participants(round);
        var tallies = new TallyCheck(count.sums(), papers.editions(), differences);
        var copies = new CopyCheck(papers, participants, round, differences);
        var byUnit = byUnit(count.sums());
        var scores = new ScoreCheck(
                participants,
                unit -> papers.grounds(unit, byUnit.getOrDefault(unit, Map.of())),
                clock.instant(),
                differences);
        return new TallyStore(database)
                .all(round)
                .buffer(TALLIES_AT_ONCE)
                .flatMapSequential(
                        some -> Mono.fromCallable(() ->
                                        some.stream().map(tallies::compared).toList())
                                .subscribeOn(Schedulers.parallel()),
                        BesideConfig.AT_ONCE,
                        1)
                .doOnNext(some -> some.forEach(tallies::live))
                .then(Mono.fromRunnable(tallies::end))
                .thenMany(new CopyStore(database).all(round))
                .doOnNext(copies::live)
                .then(Mono.fromRunnable(copies::end))
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
                        () -> new Recounted(count, tallies, scores, differences, List.of(), reading, 0, 0)));
    }

    /** Reads the log to its end: what no score knows yet is no difference, but how much it is, and whether it is whole, is told. */
    private Recounted ended(Recounted compared, Map<Place, Long> first) {
        long heard = log.findings().records();
        log.readTo(first);
        long overdue = log.findings().records() - heard;
        log.readTo(log.ends());
        long waiting = log.findings().records() - heard;
        var missing = new ArrayList<>(lost);
        missing.addAll(log.findings().missing());
        return compared.behind(missing, overdue, waiting);
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
}
