package org.prongsai.scoring.mark;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.score.ScoreWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears the marks of disclosed items. */
@Component
class ItemListener implements InboxHandler {

    private final PostgresClient database;
    private final MarkStore marks;
    private final ScoreWriter scores;
    private final Clock clock;

    ItemListener(PostgresClient database, MarkStore marks, ScoreWriter scores, Clock clock) {
        this.database = database;
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
        var marking = Marking.of(heard);
        return marks.save(marking.marks())
                .then(scores.rescore(marking.units(), clock.instant()))
                .thenReturn(marking.refused());
    }
}
