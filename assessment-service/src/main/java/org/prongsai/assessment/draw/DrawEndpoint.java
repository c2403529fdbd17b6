package org.prongsai.assessment.draw;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.draw.DrawStore.Drawn;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows what was drawn for a unit, withdraws what was lost, and says who draws: the unit, or somebody above it. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/agencies/{agency}/draws", produces = MediaType.APPLICATION_JSON_VALUE)
class DrawEndpoint {

    private static final int LONGEST_REASON = 500;

    private final PostgresClient database;
    private final AgencyStore agencies;
    private final SurveyReader surveys;
    private final DrawStore draws;
    private final RuleStore rules;

    DrawEndpoint(
            @Qualifier("assessment") PostgresClient database,
            AgencyStore agencies,
            SurveyReader surveys,
            DrawStore draws,
            RuleStore rules) {
        this.database = database;
        this.agencies = agencies;
        this.surveys = surveys;
        this.draws = draws;
        this.rules = rules;
    }

    /** @param drawnBy who gives out the invitations for staff: {@code unit} or {@code above} */
    record View(String drawnBy, List<Drawn> draws) {}

    record Reason(@Nullable String reason) {}

    record Voided(long draw, long voided) {}

    /** @param drawnBy {@code unit} or {@code above} */
    record Rule(@Nullable String drawnBy, @Nullable String reason) {}

    @GetMapping
    @Access(Permission.READ_DRAWS)
    @Operation(
            summary =
                    "Who draws invitations for this unit, and what was drawn: how many, when, how, by whom, and what became of letters",
            description = "The ETag changes with every draw for this unit and with nothing else.")
    Mono<View> read(@PathVariable String round, @PathVariable String agency, ServerHttpResponse response) {
        return surveys.ofUnit(round, agency, Step.IIT.code())
                .then(draws.last(round, agency))
                .doOnNext(last -> tag(response, last))
                .then(Mono.defer(() -> agencies.path(agency)))
                .flatMap(path -> rules.of(round, path)
                        .zipWith(draws.of(round, agency).collectList(), (rule, all) -> new View(rule.code(), all)));
    }

    /**
     * Read before what it stands for, so that it is never newer. By hand: with a tag that it knows of, Spring would answer
     * that nothing has changed when letters have left or codes were withdrawn.
     */
    private static void tag(ServerHttpResponse response, LastDraw last) {
        response.getHeaders().setETag(last.tag().value());
    }

    /** Codes that were shown once and then lost; whoever holds one of them is told so. */
    @PostMapping("/{draw}/void")
    @Access(Permission.VOID_INVITATIONS)
    @Operation(
            summary =
                    "Withdraws the invitations of a draw that nobody has redeemed, and its letters that wait, with a reason")
    Mono<Voided> withdraw(
            @PathVariable String round,
            @PathVariable String agency,
            @PathVariable long draw,
            @RequestBody Reason request,
            Caller caller) {
        var fault = reasonFault(request.reason());
        if (!fault.isEmpty()) {
            return Mono.error(Problem.of(ProblemType.INVALID_DRAW, fault).refusal());
        }
        var audit = Audit.by(caller, "void-invitations", subject(round, agency) + "/" + draw)
                .at(agency)
                .because(request.reason());
        // Told before it is done: a withdrawal without its reason would be the worse half.
        return draws.of(round, agency)
                .filter(each -> each.draw() == draw)
                .next()
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("draw", Long.toString(draw)).refusal()))
                .then(database.inTransaction(AuditWriter.write(database.sql(), audit)))
                .then(Mono.defer(() -> draws.withdraw(round, agency, draw)))
                .map(voided -> new Voided(draw, voided));
    }

    @PutMapping("/rule")
    @Access(Permission.RULE_INVITATIONS)
    @Operation(
            summary = "Says who draws the invitations for the staff of a unit and all below it, with a reason",
            description = "\"above\" takes drawing from this agency and all below it, so that only those above it draw;"
                    + " \"unit\" gives it back, which only somebody above from whom it was not taken may say. The nearest"
                    + " rule holds; \"above\" ends those before it of agencies below.")
    Mono<Rule> rule(@PathVariable String round, @PathVariable String agency, @RequestBody Rule request, Caller caller) {
        var faults = ruleFaults(request);
        if (!faults.isEmpty()) {
            return Mono.error(Problem.of(ProblemType.INVALID_DRAW, faults).refusal());
        }
        var drawnBy = DrawnBy.ABOVE.code().equals(request.drawnBy()) ? DrawnBy.ABOVE : DrawnBy.UNIT;
        var audit = Audit.by(caller, "rule-invitations", subject(round, agency) + "/rule")
                .at(agency)
                .because(drawnBy.code() + ": " + request.reason());
        return surveys.round(round)
                .then(agencies.path(agency))
                .flatMap(path -> drawnBy == DrawnBy.UNIT ? mayGiveBack(round, path, caller) : Mono.<Void>empty())
                .then(Mono.defer(() -> database.inTransaction(rules.set(round, agency, drawnBy)
                        .then(Mono.defer(() -> AuditWriter.write(database.sql(), audit))))))
                .thenReturn(request);
    }

    /** Nobody gives back to himself, or to those below him, what somebody above has taken from him. */
    private Mono<Void> mayGiveBack(String round, List<String> path, Caller caller) {
        return (DrawnBy.of(caller, path) == DrawnBy.UNIT ? Mono.just(true) : rules.forbids(round, path, caller))
                .filter(forbidden -> forbidden)
                .flatMap(_ -> Mono.error(Problem.of(ProblemType.NOT_YOURS)
                        .with(List.of(new Fault(
                                "/drawnBy",
                                "drawn-by-others",
                                "somebody above this agency from whom drawing was not taken",
                                DrawnBy.UNIT.code())))
                        .refusal()));
    }

    private static List<Fault> ruleFaults(Rule request) {
        var faults = new ArrayList<>(reasonFault(request.reason()));
        if (!List.of("unit", "above").contains(String.valueOf(request.drawnBy()))) {
            faults.add(new Fault("/drawnBy", "wrong-value", List.of("unit", "above"), request.drawnBy()));
        }
        return faults;
    }

    private static List<Fault> reasonFault(@Nullable String reason) {
        boolean said = reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON;
        return said
                ? List.of()
                : List.of(new Fault("/reason", "missing", "a reason of 1 to " + LONGEST_REASON + " characters", null));
    }

    private static String subject(String round, String agency) {
        return "rounds/" + round + "/agencies/" + agency + "/draws";
    }
}
