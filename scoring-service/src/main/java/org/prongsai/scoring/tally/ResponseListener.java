package org.prongsai.scoring.tally;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.score.ScoreWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears released answers: a batch becomes one change of each tally and one new score of each unit. */
@Component
class ResponseListener implements InboxHandler {

    private final PostgresClient database;
    private final FrameworkStore frameworks;
    private final TallyStore tallies;
    private final ScoreWriter scores;
    private final Clock clock;

    ResponseListener(
            PostgresClient database, FrameworkStore frameworks, TallyStore tallies, ScoreWriter scores, Clock clock) {
        this.database = database;
        this.frameworks = frameworks;
        this.tallies = tallies;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scoring-responses";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RESPONSES);
    }

    @Override
    public PostgresClient database() {
        return database;
    }

    /** Those of the answers are waited for; one that only a kept tally names may be none at all. */
    private Mono<Map<String, Edition>> editions(List<ResponsesReleased> releases, List<KeptTally> before) {
        var needed = releases.stream().map(ResponsesReleased::framework).toList();
        var kept = before.stream().map(KeptTally::framework);
        return frameworks
                .need(needed)
                .then(frameworks.find(Stream.concat(needed.stream(), kept).toList()));
    }

    @Override
    public Mono<List<Refused>> handle(List<Told> batch) {
        if (batch.isEmpty()) return Mono.just(List.of());
        var releases = Counting.releases(batch);
        var keys = releases.stream().map(TallyKey::of).distinct().toList();
        return tallies.hold(keys)
                .zipWhen(before -> editions(releases, before))
                .map(known -> Counting.of(batch, known.getT2(), known.getT1()))
                .flatMap(counting -> tallies.save(counting.changed())
                        .then(scores.rescore(counting.units(), clock.instant()))
                        .thenReturn(counting.refused()));
    }
}
