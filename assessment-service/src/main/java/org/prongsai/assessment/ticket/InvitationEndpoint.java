package org.prongsai.assessment.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.ticket.DrawWriter.Drawn;
import org.prongsai.blind.InvitationCode;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives out one-time invitations: codes for slips of paper, shown once, or the right of named people to sign in. */
@RestController
@RequestMapping("/api/v1/rounds/{round}/agencies/{agency}/invitations")
class InvitationEndpoint {

    private final AgencyStore agencies;
    private final SurveyReader surveys;
    private final RuleStore rules;
    private final DrawWriter writer;
    private final TicketSettings settings;
    private final Clock clock;

    InvitationEndpoint(
            AgencyStore agencies,
            SurveyReader surveys,
            RuleStore rules,
            DrawWriter writer,
            TicketSettings settings,
            Clock clock) {
        this.agencies = agencies;
        this.surveys = surveys;
        this.rules = rules;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was drawn, shown this once. */
    record View(
            String instrument,
            String keySha256,
            int invited,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> codes) {

        @Override
        public String toString() {
            return "View[…]";
        }
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.DRAW_INVITATIONS)
    @Operation(
            summary =
                    "Draws one-time invitations, never more than people are registered; their codes are shown this once",
            description =
                    "Also as text/csv. Internal instruments are drawn for by the unit or somebody above it, external"
                            + " ones by the authority's assessors. Channel \"sign-in\" names people by the subject of their official"
                            + " sign-in instead: they are given a ticket without a code.")
    Mono<ResponseEntity<View>> draw(
            @PathVariable String round, @PathVariable String agency, @RequestBody Draw.Request request, Caller caller) {
        return drawn(round, agency, request, caller).map(drawn -> ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(view(drawn)));
    }

    @PostMapping(produces = "text/csv")
    @Access(Permission.DRAW_INVITATIONS)
    @Operation(summary = "Draws one-time invitations as a CSV file: one line for each slip")
    Mono<ResponseEntity<byte[]>> drawCsv(
            @PathVariable String round, @PathVariable String agency, @RequestBody Draw.Request request, Caller caller) {
        return drawn(round, agency, request, caller).map(drawn -> ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(SlipFile.write(drawn).getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<Drawn> drawn(String round, String agency, Draw.Request request, Caller caller) {
        var faults = Draw.faults(request, settings.draw());
        if (!faults.isEmpty()) {
            return Mono.error(Problem.of(ProblemType.INVALID_DRAW, faults).refusal());
        }
        return path(agency).flatMap(path -> {
            var draw = Draw.of(request, DrawnBy.of(caller, path));
            var audit = Audit.by(caller, "draw-invitations", subject(round, agency, draw))
                    .at(agency)
                    .because(draw.size() + " by " + draw.channel().code());
            return surveys.withUnit(round, agency, draw.instrument(), survey -> allowed(survey, path, caller)
                    .then(mayDraw(round, path, draw))
                    .then(Mono.defer(() -> writer.draw(survey, agency, draw, audit, clock.instant()))));
        });
    }

    private Mono<List<String>> path(String agency) {
        return agencies.path(agency).switchIfEmpty(Mono.error(() -> Problem.notFound("agency", agency)
                .refusal()));
    }

    private Mono<Void> allowed(Survey survey, List<String> path, Caller caller) {
        return Mono.justOrEmpty(Entitlement.refusal(survey, path, caller, clock.instant()))
                .flatMap(problem -> Mono.error(problem.refusal()));
    }

    private Mono<Void> mayDraw(String round, List<String> path, Draw draw) {
        return rules.of(round, path)
                .filter(rule -> draw.drawnBy().compareTo(rule) < 0)
                .flatMap(rule -> Mono.error(Problem.of(ProblemType.NOT_YOURS)
                        .with(List.of(new Fault(
                                "/agency",
                                "drawn-by-others",
                                "somebody above the unit, or the authority",
                                path.getLast())))
                        .refusal()));
    }

    private static String subject(String round, String agency, Draw draw) {
        return "rounds/" + round + "/agencies/" + agency + "/invitations/" + draw.instrument();
    }

    private static View view(Drawn drawn) {
        return new View(
                drawn.key().instrument(),
                drawn.key().sha256(),
                drawn.invited(),
                drawn.codes().stream().map(InvitationCode::text).toList());
    }
}
