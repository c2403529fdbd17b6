package org.prongsai.assessment.response;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.challenge.Passage;
import org.prongsai.assessment.challenge.PassageReader;
import org.prongsai.assessment.group.GroupWriter;
import org.prongsai.assessment.reception.ReceptionJob;
import org.prongsai.assessment.response.Intake.Decision.Admitted;
import org.prongsai.assessment.response.Outcome.Fate;
import org.prongsai.assessment.response.Token.TokenHash;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.methodology.calendar.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings an admitted answer into its pool, and what is counted apart of it to where that is counted. */
@Component
class IntakeWriter {

    private final ResponseStore responses;
    private final GroupWriter<TokenHash, Submitted, Outcome> group;
    private final PassageReader passages;
    private final ReceptionJob reception;
    private final Counter unverified;
    private final Map<Fate, Counter> fates;

    IntakeWriter(
            ResponseStore responses,
            GroupWriter<TokenHash, Submitted, Outcome> group,
            PassageReader passages,
            ReceptionJob reception,
            MeterRegistry meters) {
        this.responses = responses;
        this.group = group;
        this.passages = passages;
        this.reception = reception;
        this.unverified = Counter.builder("prongsai.intake.unverified")
                .description("Responses put into an unverified part because nothing vouched for them")
                .register(meters);
        this.fates = Stream.of(Fate.values())
                .collect(Collectors.toMap(Function.identity(), fate -> Counter.builder("prongsai.responses")
                        .description("Responses that came to their pool, of all units together, by what became of them")
                        .tag("fate", fate.name().toLowerCase(Locale.ROOT))
                        .register(meters)));
    }

    /** Empty when the survey was another one by the time the answers came to their pool. */
    Mono<Outcome> admit(Survey survey, Admitted admitted, Backing backing, Submission submission) {
        var admission = admitted.admission();
        var place = admission.place();
        var submitted = new Submitted(admission, survey.of().state().framework());
        var stored = group.write(submitted)
                .switchIfEmpty(Mono.defer(() -> responses.admitFirst(survey, submitted)))
                .doOnNext(outcome -> {
                    Objects.requireNonNull(fates.get(outcome.fate())).increment();
                    countApart(survey, admission, outcome, submission);
                });
        return survey.open(place.part())
                ? asTraffic(new Unit(place.round(), place.agency()), backing.passage(), stored)
                : stored;
    }

    /**
     * One that was there before, or was not stored, is no load on a counter. Whoever leaves unheard stays counted: the answer
     * may be stored all the same, and a flood would otherwise only have to hang up.
     */
    private Mono<Outcome> asTraffic(Unit unit, Passage passage, Mono<Outcome> stored) {
        Runnable undo = () -> passages.undo(unit, passage);
        return Mono.defer(() -> {
            passages.came(unit, passage);
            return stored.doOnNext(outcome -> {
                        if (outcome.fate() != Fate.FIRST) {
                            undo.run();
                        }
                    })
                    .doOnError(_ -> undo.run())
                    .switchIfEmpty(Mono.fromRunnable(undo));
        });
    }

    /** Not of staff, who are few and need not be told apart by anything. */
    private void countApart(Survey survey, Admission admission, Outcome outcome, Submission submission) {
        if (outcome.fate() != Fate.FIRST || survey.instrument().equals(Step.IIT.code())) {
            return;
        }
        if (outcome.unverified()) {
            unverified.increment();
        }
        reception.came(outcome.of(admission), survey.of().state().k(), submission.language(), submission.capacity());
    }
}
