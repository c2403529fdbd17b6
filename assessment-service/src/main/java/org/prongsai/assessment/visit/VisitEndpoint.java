package org.prongsai.assessment.visit;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.prongsai.assessment.draw.Draw;
import org.prongsai.assessment.draw.DrawHandler;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Value;
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

/**
 * Draws visits to be asked about, each with a code that the assessor exchanges for a ticket at the counter or on the
 * telephone. Nothing of moments and numbers is kept, neither beside a code nor beside the draw: the moment of a visit is
 * that of its answer, so whoever found it there could say whose answer it is. What stays is that so many codes were drawn
 * on that day.
 */
@RestController
@RequestMapping("/api/v1/rounds/{round}/agencies/{agency}/visits")
class VisitEndpoint {

    private static final String INSTRUMENT = Step.EIT.code();

    private final SurveyReader surveys;
    private final DrawHandler draws;
    private final SecureRandom luck;
    private final Clock clock;
    private final int most;

    /** @param most invitations in one draw */
    VisitEndpoint(
            SurveyReader surveys,
            DrawHandler draws,
            SecureRandom luck,
            Clock clock,
            @Value("${prongsai.tickets.draw}") int most) {
        this.surveys = surveys;
        this.draws = draws;
        this.luck = luck;
        this.clock = clock;
        this.most = most;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.DRAW_VISITS)
    @Operation(
            summary = "Draws random visits of a day, each with a one-time code for EIT part 2; shown this once",
            description =
                    "Also as text/csv. \"served\" is how many service users are expected from \"from\" to \"to\" in Bangkok;"
                            + " each has the same chance. The hours lie in the window of EIT and have not begun. Whoever is asked is"
                            + " the one with this number in the queue, or where there are no numbers the next one served at that moment."
                            + " The code is exchanged for a ticket and the answers sent like anybody else's, to the part named here.")
    Mono<ResponseEntity<VisitList>> draw(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestBody VisitPlan.Request request,
            Caller caller) {
        return list(round, agency, request, caller).map(list -> created().body(list));
    }

    @PostMapping(produces = "text/csv")
    @Access(Permission.DRAW_VISITS)
    @Operation(summary = "Draws random visits of a day as a CSV file: one line for each")
    Mono<ResponseEntity<byte[]>> drawCsv(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestBody VisitPlan.Request request,
            Caller caller) {
        return list(round, agency, request, caller)
                .map(list -> created().body(list.csv().getBytes(StandardCharsets.UTF_8)));
    }

    private static ResponseEntity.BodyBuilder created() {
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore());
    }

    private Mono<VisitList> list(String round, String agency, VisitPlan.Request request, Caller caller) {
        return refuse(VisitPlan.faults(request, most))
                .then(Mono.defer(() -> surveys.ofUnit(round, agency, INSTRUMENT)))
                .flatMap(survey -> list(survey, agency, VisitPlan.of(request), caller));
    }

    private Mono<VisitList> list(Survey survey, String agency, VisitPlan plan, Caller caller) {
        return refuse(plan.outside(survey.window(), clock.instant()))
                .then(Mono.defer(
                        () -> draws.draw(survey.round(), agency, Draw.visits(INSTRUMENT, plan.sample()), caller)))
                .map(drawn -> VisitList.of(part(survey), VisitSample.draw(plan, luck), drawn));
    }

    /** The part that asks for tickets: without one nothing is drawn. */
    private static String part(Survey survey) {
        return survey.parts().stream()
                .filter(part -> !survey.open(part))
                .findFirst()
                .orElseThrow();
    }

    private static Mono<Void> refuse(List<Fault> faults) {
        return faults.isEmpty()
                ? Mono.empty()
                : Mono.error(Problem.of(ProblemType.INVALID_DRAW, faults).refusal());
    }
}
