package org.prongsai.scoring.score;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.framework.FrameworkStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scores units anew in the transaction of whatever changed them, and tells those whose score became another one. */
@Component
public class ScoreWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreWriter.class);
    private static final int AT_ONCE = 200;

    private final ScoreStore scores;
    private final GroundsStore grounds;
    private final OutboxWriter outbox;
    private final Counter staying;
    private final Counter rewritten;

    ScoreWriter(ScoreStore scores, GroundsStore grounds, OutboxWriter outbox, MeterRegistry meters) {
        this.scores = scores;
        this.grounds = grounds;
        this.outbox = outbox;
        this.staying = damaged("stays", meters);
        this.rewritten = damaged("rewritten", meters);
    }

    private static Counter damaged(String fate, MeterRegistry meters) {
        return Counter.builder("prongsai.scores.damaged")
                .description("Scores met that stay as they were, what they rest on being damaged, or were written anew,"
                        + " being damaged themselves")
                .tag("fate", fate)
                .register(meters);
    }

    /** For a command beside the service. */
    public static ScoreWriter on(PostgresClient database, FrameworkStore frameworks, OutboxWriter outbox) {
        return new ScoreWriter(
                new ScoreStore(database), new GroundsStore(database, frameworks), outbox, new SimpleMeterRegistry());
    }

    /**
     * To be called after the change was written: what it reads is everything committed and the caller's own.
     *
     * @param now what deadlines are held against; beside a unit only its day is written and told
     */
    public Mono<Void> rescore(Collection<Unit> units, Instant now) {
        return inOrder(units).concatMap(some -> some(some, now)).then();
    }

    /**
     * As {@link #rescore}, but whatever is kept of these units is written again and told again, whether or not it looks
     * like another one.
     *
     * @param told what others were told of them last
     * @return how many scores became other ones
     */
    public Mono<Integer> rewrite(Collection<Unit> units, Map<Unit, ScoreChanged> told, Instant now) {
        return inOrder(units).concatMap(some -> again(some, told, now)).reduce(0, Integer::sum);
    }

    /** A few at a time, and in the order in which everybody takes them. */
    private static Flux<List<Unit>> inOrder(Collection<Unit> units) {
        return Flux.fromIterable(new TreeSet<>(units)).buffer(AT_ONCE);
    }

    private Mono<Integer> again(List<Unit> units, Map<Unit, ScoreChanged> told, Instant now) {
        return scores.claim(units)
                .zipWhen(_ -> grounds.load(units))
                .flatMap(found -> again(found.getT1(), standings(units, found.getT2(), now), told, day(now)));
    }

    private Mono<Integer> again(
            Map<Unit, KeptScore> before, List<Standing> after, Map<Unit, ScoreChanged> last, Instant told) {
        var changes = after.stream()
                .map(each -> Change.again(last.get(each.unit()), each.score()))
                .flatMap(Optional::stream)
                .toList();
        int others = (int) after.stream()
                .filter(each -> kept(before, each).differsFrom(each))
                .count();
        return scores.save(after, told).then(outbox.tell(changes, told)).thenReturn(others);
    }

    /**
     * The hour of a release could be joined to somebody seen answering, and the exact hour of a mark, told just before or
     * after it, would give the release's away.
     */
    private static Instant day(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }

    private Mono<Void> some(List<Unit> units, Instant now) {
        return scores.claim(units)
                .zipWhen(_ -> grounds.load(units))
                .flatMap(found -> write(found.getT1(), standings(units, found.getT2(), now), day(now)));
    }

    /** Of those that can be scored: one that cannot must not hold up all others, and only a rebuild can help it. */
    private List<Standing> standings(List<Unit> units, List<Grounds> all, Instant now) {
        var standings =
                all.stream().flatMap(each -> standing(each, now).stream()).toList();
        int damaged = units.size() - standings.size();
        if (damaged > 0) {
            staying.increment(damaged);
            // Without the units: beside the line's instant it would say when answers of theirs came.
            LOG.debug("{} scores stay as they were: what is kept for them is damaged", damaged);
        }
        return standings;
    }

    private static Optional<Standing> standing(Grounds grounds, Instant now) {
        try {
            return Optional.of(Standing.of(grounds, now));
        } catch (RuntimeException impossible) {
            LOG.debug("A score stays as it was: {}", impossible.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Mono<Void> write(Map<Unit, KeptScore> before, List<Standing> after, Instant told) {
        var different = after.stream()
                .map(each -> kept(before, each).next(each))
                .filter(each -> kept(before, each).differsFrom(each))
                .toList();
        var changes = different.stream()
                .map(each -> change(kept(before, each), each))
                .flatMap(Optional::stream)
                .toList();
        return scores.save(different, told).then(outbox.tell(changes, told));
    }

    private Optional<ScoreChanged> change(KeptScore before, Standing after) {
        var score = before.score();
        if (score != null || before.body() == null) return Change.of(score, after.score());
        rewritten.increment();
        return Change.anew(after.score());
    }

    private static KeptScore kept(Map<Unit, KeptScore> all, Standing standing) {
        return Objects.requireNonNull(all.get(standing.unit()));
    }
}
