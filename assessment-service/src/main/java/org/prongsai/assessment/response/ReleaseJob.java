package org.prongsai.assessment.response;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.calendar.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets answers go: live pools while they fill, every pool at its window's end; rewrites the waiting ones at night. */
@Component
class ReleaseJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseJob.class);
    private static final int ROUNDS = 1000;

    private final PostgresClient assessment;
    private final RoundStore rounds;
    private final AgencyStore agencies;
    private final ReleaseWriter release;
    private final Clock clock;

    ReleaseJob(
            @Qualifier("assessment") PostgresClient assessment,
            RoundStore rounds,
            AgencyStore agencies,
            ReleaseWriter release,
            Clock clock) {
        this.assessment = assessment;
        this.rounds = rounds;
        this.agencies = agencies;
        this.release = release;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${prongsai.release.every}")
    void letGo() {
        try {
            release.live().block();
            drain();
        } catch (RuntimeException e) {
            LOG.warn("Answers stay in their pools until the next pass: {}", e.toString());
        }
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Bangkok")
    void reshuffle() {
        release.reshuffle().block();
    }

    /** Closes the pools whose window is over, under a lock that no extension of the window can pass. */
    void drain() {
        Instant now = clock.instant();
        List<String> ended = Objects.requireNonNull(rounds.after("", ROUNDS)
                .filter(round -> someWindowOver(round, now))
                .map(Round::round)
                .collectList()
                .block());
        List<Pool> pools = Objects.requireNonNull(release.undrained(ended).block());
        if (pools.isEmpty()) {
            return;
        }
        var names = pools.stream().map(p -> p.place().round()).distinct().toList();
        assessment
                .inTransaction(rounds.share(names).collectMap(Round::round).flatMap(locked -> over(pools, locked)
                        .flatMap(release::drain)))
                .block();
    }

    private static boolean someWindowOver(Round round, Instant now) {
        return round.state().release().keySet().stream()
                .flatMap(instrument -> Step.find(instrument).flatMap(round::earliestEnd).stream())
                .anyMatch(end -> !now.isBefore(end));
    }

    private Mono<List<Pool>> over(List<Pool> pools, Map<String, Round> locked) {
        // The instant is taken under the lock: an extension that came first moved the end out of reach.
        Instant now = clock.instant();
        return Flux.fromIterable(pools)
                .filterWhen(pool -> over(pool, locked.get(pool.place().round()), now))
                .collectList();
    }

    private Mono<Boolean> over(Pool pool, @Nullable Round round, Instant now) {
        var step = Step.find(pool.place().instrument());
        if (round == null || step.isEmpty()) {
            return Mono.just(false);
        }
        return agencies.find(pool.place().agency())
                .map(agency -> round.window(step.get(), agency.path())
                        .map(window -> window.over(now))
                        .orElse(false))
                .defaultIfEmpty(false);
    }
}
