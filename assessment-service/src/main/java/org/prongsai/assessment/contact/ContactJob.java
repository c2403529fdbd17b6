package org.prongsai.assessment.contact;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.contact.ContactStore.Unit;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets the contacts of units whose window has closed, or which have none: nobody will be called about them any more. */
@Component
class ContactJob {

    private static final Logger LOG = LoggerFactory.getLogger(ContactJob.class);

    private final ContactStore contacts;
    private final ContactWriter writer;
    private final RoundStore rounds;
    private final AgencyStore agencies;
    private final Clock clock;

    ContactJob(ContactStore contacts, ContactWriter writer, RoundStore rounds, AgencyStore agencies, Clock clock) {
        this.contacts = contacts;
        this.writer = writer;
        this.rounds = rounds;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${prongsai.contacts.every}")
    void look() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warn("Contacts of units that have closed stay until the next pass: {}", e.toString());
        }
    }

    void forget() {
        contacts.units()
                .collectList()
                .flatMapMany(this::closed)
                .concatMap(this::forget)
                .blockLast();
    }

    /** A unit with the round by which it has closed. */
    private record Closed(Unit unit, Round round) {}

    private Flux<Closed> closed(List<Unit> units) {
        if (units.isEmpty()) {
            return Flux.empty();
        }
        var names = units.stream().map(Unit::round).distinct().toList();
        var places = units.stream().map(Unit::agency).distinct().toList();
        return Mono.zip(rounds.of(names).collectMap(Round::round), agencies.paths(places))
                .flatMapIterable(known -> units.stream()
                        .flatMap(unit -> closed(unit, known.getT1(), known.getT2()).stream())
                        .toList());
    }

    private Optional<Closed> closed(Unit unit, Map<String, Round> known, Map<String, List<String>> paths) {
        var now = clock.instant();
        var path = paths.getOrDefault(unit.agency(), List.of());
        return Optional.ofNullable(known.get(unit.round()))
                .filter(round -> round.window(Step.EIT, path)
                        .map(window -> window.over(now))
                        .orElse(true))
                .map(round -> new Closed(unit, round));
    }

    /** Nothing where the round is another one meanwhile: an extension that came first keeps them. */
    private Mono<Long> forget(Closed closed) {
        var unit = closed.unit();
        var audit = Audit.byJob("contact-job", "delete-contacts", unit.place()).at(unit.agency());
        return rounds.whileIs(closed.round(), writer.forget(unit, audit));
    }
}
