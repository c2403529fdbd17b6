package org.prongsai.scoring.score;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.prongsai.messaging.OutboxWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scores units anew in the transaction of whatever changed them, and tells those whose score became another one. */
@Component
public class ScoreWriter {
    private static final int AT_ONCE = 200;

    private final ScoreStore scores;
    private final GroundsStore grounds;
    private final OutboxWriter outbox;

    ScoreWriter(ScoreStore scores, GroundsStore grounds, OutboxWriter outbox) {
        this.scores = scores;
        this.grounds = grounds;
        this.outbox = outbox;
    }

    /** To be called after the change was written: what it reads is everything committed and the caller's own. */
    public Mono<Void> rescore(Collection<Unit> units, Moment moment) {
        var all = List.copyOf(new TreeSet<>(units));
        return Flux.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
                .map(n -> all.subList(n * AT_ONCE, Math.min(all.size(), (n + 1) * AT_ONCE)))
                .concatMap(some -> some(some, moment))
                .then();
    }

    private Mono<Void> some(List<Unit> units, Moment moment) {
        return scores.claim(units)
                .zipWhen(_ -> grounds.load(units))
                .flatMap(found -> write(found.getT1(), standings(found.getT2(), moment.now()), moment.told()));
    }

    private static List<Standing> standings(List<Grounds> all, Instant now) {
        return all.stream().map(each -> Standing.of(each, now)).toList();
    }

    private Mono<Void> write(Map<Unit, KeptScore> before, List<Standing> after, Instant told) {
        var different = after.stream()
                .map(each -> kept(before, each).next(each))
                .filter(each -> kept(before, each).differsFrom(each))
                .toList();
        var changes = different.stream()
                .map(each -> Change.of(ScoreText.read(kept(before, each).body()), each.score()))
                .flatMap(Optional::stream)
                .toList();
        return scores.save(different, told).then(outbox.tell(changes, told));
    }

    private static KeptScore kept(Map<Unit, KeptScore> all, Standing standing) {
        return Objects.requireNonNull(all.get(standing.unit()));
    }
}
