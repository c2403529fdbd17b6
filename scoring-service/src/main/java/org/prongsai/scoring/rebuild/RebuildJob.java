package org.prongsai.scoring.rebuild;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.messaging.LogReader;
import org.prongsai.messaging.Place;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.replay.LogCount;
import org.prongsai.scoring.replay.LogCountReader;
import org.prongsai.scoring.score.Unit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes again from the log what scores rest on, and the scores. Most of the log is read before anybody is held up; then
 * the service is, reads the rest, and everything changes at once or not at all. Answers are taken in meanwhile, and
 * scores shown as they were.
 */
final class RebuildJob {
    private static final double NANOS = 1e9;

    private final PostgresClient owner;
    private final RebuildStore store;
    private final LogCountReader log;
    private final LogReader scores;
    private final Clock clock;
    private final Consumer<String> tell;
    private final Map<Unit, ScoreChanged> told = new HashMap<>();

    /**
     * @param owner of the tables, who may delete
     * @param scores reads what this service told others
     * @param tell hears what is being done
     */
    RebuildJob(PostgresClient owner, LogCountReader log, LogReader scores, Clock clock, Consumer<String> tell) {
        this.owner = owner;
        this.store = new RebuildStore(owner);
        this.log = log;
        this.scores = scores;
        this.clock = clock;
        this.tell = tell;
    }

    /**
     * @param losing whether to go on though the log lacks records
     * @throws Lacking if it does, and that is not wanted
     */
    Rebuilt run(boolean losing) {
        long began = System.nanoTime();
        tell.accept("reading the log");
        log.readTo(log.ends());
        readScores();
        whole(losing, log.findings().missing());
        tell.accept("holding the service");
        return Objects.requireNonNull(
                owner.inTransaction(Mono.defer(() -> held(losing, began))).block());
    }

    private void readScores() {
        scores.ends(Set.of(Topic.SCORES))
                .forEach((place, end) -> scores.read(place, end, batch -> batch.forEach(this::note)));
    }

    private void note(Told event) {
        if (event.event() instanceof ScoreChanged score) told.put(new Unit(score.round(), score.agency()), score);
    }

    private static void whole(boolean losing, List<String> missing) {
        if (!losing && !missing.isEmpty()) throw new Lacking(missing);
    }

    private Mono<Rebuilt> held(boolean losing, long began) {
        return store.hold(log.ends().keySet())
                .then(Mono.fromSupplier(System::nanoTime))
                .flatMap(held -> Mono.fromCallable(this::rest)
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(ends -> sound(losing, ends))
                        .flatMap(count -> replace(count, began, held)));
    }

    private Map<Place, Long> rest() {
        readScores();
        var ends = log.ends();
        log.readTo(ends);
        return ends;
    }

    /** A log that goes less far than what was heard of it has lost its end: then it has no gap that would show it. */
    private Mono<LogCount> sound(boolean losing, Map<Place, Long> ends) {
        return store.lost(ends, log.readers()).map(lost -> {
            whole(losing, log.findings().missing());
            whole(losing, lost);
            tell.accept("writing tallies, marks and scores");
            return log.result();
        });
    }

    private Mono<Rebuilt> replace(LogCount count, long began, long held) {
        var papers = log.papers();
        return store.replace(papers, count, told, clock.instant()).flatMap(others -> store.goOn(log, count, scores)
                .then(store.scores())
                .map(all -> new Rebuilt(
                        count.answers(),
                        count.sums().size(),
                        papers.marked().count(),
                        all.intValue(),
                        others,
                        (System.nanoTime() - began) / NANOS,
                        (System.nanoTime() - held) / NANOS)));
    }
}
