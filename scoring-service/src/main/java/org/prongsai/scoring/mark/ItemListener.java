package org.prongsai.scoring.mark;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.score.Moment;
import org.prongsai.scoring.score.ScoreWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears the marks of disclosed items. */
@Component
class ItemListener implements InboxHandler {

    private final PostgresClient database;
    private final FrameworkStore frameworks;
    private final MarkStore marks;
    private final ScoreWriter scores;
    private final Clock clock;

    ItemListener(PostgresClient database, FrameworkStore frameworks, MarkStore marks, ScoreWriter scores, Clock clock) {
        this.database = database;
        this.frameworks = frameworks;
        this.marks = marks;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scoring-items";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ITEMS);
    }

    @Override
    public PostgresClient database() {
        return database;
    }

    @Override
    public Mono<List<Refused>> handle(List<Told> batch) {
        var heard = batch.stream()
                .filter(told -> told.event() instanceof ItemMarked)
                .toList();
        if (heard.isEmpty()) return Mono.just(List.of());
        return editions(heard).map(editions -> Marking.of(heard, editions)).flatMap(marking -> marks.save(
                        marking.marks())
                .then(scores.rescore(marking.units(), Moment.exact(clock.instant())))
                .thenReturn(marking.refused()));
    }

    /** By round; an unknown one is an error, since it may be told any moment. */
    private Mono<Map<String, Edition>> editions(List<Told> heard) {
        var rounds = heard.stream()
                .map(told -> ((ItemMarked) told.event()).round())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return marks.frameworks(rounds)
                .flatMap(refs -> refs.keySet().containsAll(rounds) ? Mono.just(refs) : notYet(rounds, refs))
                .zipWhen(refs -> frameworks.need(refs.values()), ItemListener::byRound);
    }

    private static <T> Mono<T> notYet(List<String> rounds, Map<String, String> known) {
        var unknown = rounds.stream().filter(round -> !known.containsKey(round)).toList();
        return Mono.error(new IllegalStateException("rounds " + unknown + " are not known yet"));
    }

    private static Map<String, Edition> byRound(Map<String, String> refs, Map<String, Edition> editions) {
        return refs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Objects.requireNonNull(editions.get(each.getValue()))));
    }
}
