package org.prongsai.assessment.report;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.report.ComplaintSettings.Channel;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.ticketkey.TicketKeyStore;
import org.prongsai.blind.InvitationCode;
import org.prongsai.blind.Ticket;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hears holders who do not name themselves, and shows them at once where else they can complain. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportEndpoint {

    private final SurveyReader surveys;
    private final TicketKeyStore keys;
    private final HolderReader holders;
    private final ReportStore reports;
    private final ComplaintSettings settings;

    ReportEndpoint(
            SurveyReader surveys,
            TicketKeyStore keys,
            HolderReader holders,
            ReportStore reports,
            ComplaintSettings settings) {
        this.surveys = surveys;
        this.keys = keys;
        this.holders = holders;
        this.reports = reports;
        this.settings = settings;
    }

    /**
     * What somebody reports.
     *
     * @param invitation the code, for {@code already-used}
     * @param ticket token and signature, for {@code told-what-to-answer}
     */
    record Request(
            @Nullable String kind,
            @Nullable String instrument,
            @Nullable String invitation,
            @Nullable Ticket ticket) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    record Heard(List<Channel> complaints) {}

    /** @param holders how many reported it; null while they are fewer than k */
    record Counted(String kind, @Nullable Integer holders) {}

    record Reports(int k, List<Counted> reports) {}

    @GetMapping("/complaints")
    @Access(Permission.READ_COMPLAINTS)
    @Operation(summary = "Who hears complaints that the assessed unit never sees")
    Heard complaints() {
        return new Heard(settings.complaints());
    }

    @PostMapping("/rounds/{round}/agencies/{agency}/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Permission.REPORT)
    @Operation(
            summary = "Reports, without a name, that a code was used by somebody else or that answers were dictated",
            description =
                    "Kind \"already-used\" comes with the invitation's code, \"told-what-to-answer\" with a ticket."
                            + " Each holder counts once. Nothing is shown of a unit before k holders have reported it. The answer"
                            + " says who else hears complaints. It is the same for a code that nobody has used: that report counts"
                            + " for nothing, and whoever has a list of codes does not learn here whose was used.")
    Mono<Heard> report(@PathVariable String round, @PathVariable String agency, @RequestBody Request request) {
        var kind = Kind.of(String.valueOf(request.kind()));
        if (kind.isEmpty()) {
            return refuse(new Fault("/kind", "unknown-kind", Kind.codes(), request.kind()));
        }
        String instrument = Objects.requireNonNullElse(request.instrument(), Step.IIT.code());
        return surveys.ofUnit(round, agency, instrument)
                .then(
                        kind.get() == Kind.ALREADY_USED
                                ? ofCode(round, agency, request)
                                : ofTicket(round, agency, instrument, request))
                .flatMap(holder -> reports.add(round, agency, kind.get(), holder))
                .then(Mono.fromSupplier(this::complaints));
    }

    /** Empty, and no fault, where nobody has used it: a fault would tell whoever knows the code whether its holder came. */
    private Mono<String> ofCode(String round, String agency, Request request) {
        String code = request.invitation();
        return code != null && InvitationCode.parse(code) instanceof InvitationCode
                ? holders.redeemed(round, agency, code)
                : refuse(new Fault(
                        "/invitation", "not-a-code", "the sixteen letters and digits exactly as on the slip", null));
    }

    private Mono<String> ofTicket(String round, String agency, String instrument, Request request) {
        return Mono.justOrEmpty(request.ticket())
                .filter(ticket -> ticket.token() != null && ticket.signature() != null)
                .filterWhen(ticket -> keys.verifier(round, agency, instrument)
                        .map(verifier -> verifier.verify(ticket))
                        .defaultIfEmpty(false))
                .map(ticket -> holders.ofToken(ticket.token()))
                .switchIfEmpty(refuse(new Fault(
                        "/ticket", "not-signed", "a token and its signature by the ticket key of this unit", null)));
    }

    private static <T> Mono<T> refuse(Fault fault) {
        return Mono.error(Problem.of(ProblemType.INVALID_REPORT, List.of(fault)).refusal());
    }

    @GetMapping("/rounds/{round}/agencies/{agency}/reports")
    @Access(Permission.READ_REPORTS)
    @Operation(summary = "How many holders of a unit reported what; nothing below k")
    Mono<Reports> read(@PathVariable String round, @PathVariable String agency) {
        return surveys.ofUnit(round, agency, Step.IIT.code()).flatMap(survey -> reports.counts(round, agency)
                .map(counts -> shown(survey.of().state().k(), counts)));
    }

    private static Reports shown(int k, Map<Kind, Integer> counts) {
        return new Reports(
                k,
                Stream.of(Kind.values())
                        .map(kind -> new Counted(kind.code(), atLeast(k, counts.getOrDefault(kind, 0))))
                        .toList());
    }

    private static @Nullable Integer atLeast(int k, int holders) {
        return holders < k ? null : holders;
    }
}
