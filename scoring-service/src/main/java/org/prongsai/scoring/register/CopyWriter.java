package org.prongsai.scoring.register;

import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.score.Unit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Writes down what was heard and says which units it reaches. */
@Component
public class CopyWriter {

    private final FrameworkStore frameworks;
    private final AgencyStore agencies;
    private final RoundStore rounds;
    private final ReachStore reach;

    CopyWriter(FrameworkStore frameworks, AgencyStore agencies, RoundStore rounds, ReachStore reach) {
        this.frameworks = frameworks;
        this.agencies = agencies;
        this.rounds = rounds;
        this.reach = reach;
    }

    /** For a command beside the service. */
    public static CopyWriter on(PostgresClient database, FrameworkStore frameworks) {
        return new CopyWriter(
                frameworks, new AgencyStore(database), new RoundStore(database), new ReachStore(database));
    }

    public Flux<Unit> write(Heard heard) {
        return reach.alone()
                .then(frameworks.save(heard.frameworks()))
                .then(agencies.save(heard.agencies()))
                .then(rounds.save(heard.rounds()))
                .then(rounds.savePopulations(heard.populations()))
                .thenMany(reach.of(heard));
    }
}
