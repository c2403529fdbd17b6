package org.prongsai.assessment.contact;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.contact.ContactStore.Counts;
import org.prongsai.assessment.contact.ContactStore.Unit;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Rejection;
import org.prongsai.web.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes the list of whom assessors may call about a unit, hands out some of it at random, and never shows it whole. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/agencies/{agency}/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
class ContactEndpoint {

    private static final String INSTRUMENT = Step.EIT.code();

    private final SurveyReader surveys;
    private final RoundStore rounds;
    private final ContactStore contacts;
    private final ContactWriter writer;
    private final ContactSettings settings;
    private final Clock clock;

    ContactEndpoint(
            SurveyReader surveys,
            RoundStore rounds,
            ContactStore contacts,
            ContactWriter writer,
            ContactSettings settings,
            Clock clock) {
        this.surveys = surveys;
        this.rounds = rounds;
        this.contacts = contacts;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param left how many were never handed out */
    record Sample(List<Contact> contacts, int left) {

        @Override
        public String toString() {
            return "Sample[…]";
        }
    }

    @GetMapping
    @Access(Permission.READ_CONTACTS)
    @Operation(summary = "How many people may be called about this unit, and how many were handed out; no number")
    Mono<Counts> counts(@PathVariable String round, @PathVariable String agency) {
        return surveys.ofUnit(round, agency, INSTRUMENT).then(contacts.counts(new Unit(round, agency)));
    }

    @PutMapping(consumes = "text/csv")
    @Access(Permission.PUT_CONTACTS)
    @Operation(
            summary = "Takes the telephone numbers of service users as CSV (phone, language), all or none of them",
            description =
                    "Thai numbers, or any with + and its country; language may be left out. The list takes the place of"
                            + " the one before, of which numbers that were handed out stay and are not handed out again. The unit itself"
                            + " hands in one list and cannot replace it. All is deleted when the unit's window of EIT closes.")
    Mono<Counts> put(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestBody(required = false) byte @Nullable [] csv,
            Caller caller) {
        boolean authority = caller.has(Role.ADMIN) || caller.has(Role.ASSESSOR);
        var unit = new Unit(round, agency);
        var audit = Audit.by(caller, "put-contacts", unit.place()).at(agency);
        return surveys.withUnit(round, agency, INSTRUMENT, survey -> refuse(over(survey))
                .then(Mono.fromSupplier(() -> read(csv, survey)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(list -> rounds.whileIs(survey.of(), writer.replace(unit, list, !authority, audit))));
    }

    private List<Contact> read(byte @Nullable [] csv, Survey survey) {
        var languages = survey.framework().languages();
        var file = ContactFile.read(csv == null ? new byte[0] : csv, languages, settings.most());
        if (file.rejected().isEmpty()) {
            return file.contacts();
        }
        var faults = file.rejected().stream().map(Rejection::fault).toList();
        throw Problem.of(ProblemType.INVALID_FILE, faults).refusal();
    }

    /** To be safe to repeat it would have to hand out the same again; so a HEAD, which shows nothing, hands out none. */
    @GetMapping("/sample")
    @Access(Permission.SAMPLE_CONTACTS)
    @Operation(
            summary = "Hands out so many numbers at random, to be called; each is handed out once",
            description = "Only while the unit's window of EIT is open. That so many were handed out is noted.")
    Mono<ResponseEntity<Sample>> sample(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestParam int size,
            HttpMethod method,
            Caller caller) {
        var unit = new Unit(round, agency);
        var audit = Audit.by(caller, "sample-contacts", unit.place()).at(agency);
        return refuse(refusal(method, size))
                .then(Mono.defer(() -> surveys.withUnit(round, agency, INSTRUMENT, survey -> refuse(
                                survey.closed(clock.instant()))
                        .then(Mono.defer(() -> rounds.whileIs(survey.of(), writer.sample(unit, size, audit)))))))
                .zipWhen(sample -> contacts.counts(unit), ContactEndpoint::sample)
                .map(sample ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sample));
    }

    private Optional<Problem> refusal(HttpMethod method, int size) {
        if (!method.equals(HttpMethod.GET)) {
            return Optional.of(
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED, method.name()).header("Allow", HttpMethod.GET.name()));
        }
        int most = settings.sample();
        return size < 1 || size > most
                ? Optional.of(Problem.invalidRequest(new Fault("?size", "out-of-range", "from 1 to " + most, size)))
                : Optional.empty();
    }

    private static Sample sample(List<Contact> sample, Counts counts) {
        return new Sample(sample, counts.in() - counts.handedOut());
    }

    /** Of a unit that takes no part any more too: what must go, goes. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Permission.DELETE_CONTACTS)
    @Operation(summary = "Deletes all contacts of this unit at once, those that were handed out too")
    Mono<Void> delete(@PathVariable String round, @PathVariable String agency, Caller caller) {
        var unit = new Unit(round, agency);
        var audit = Audit.by(caller, "delete-contacts", unit.place()).at(agency);
        return surveys.round(round).then(writer.forget(unit, audit)).then();
    }

    private Optional<Problem> over(Survey survey) {
        return survey.window().over(clock.instant())
                ? Optional.of(Survey.outside(survey.window(), "closed"))
                : Optional.empty();
    }

    private static Mono<Void> refuse(Optional<Problem> problem) {
        return Mono.justOrEmpty(problem).flatMap(each -> Mono.error(each.refusal()));
    }
}
