package org.prongsai.assessment.draw;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.draw.DrawWriter.Drawn;
import org.prongsai.assessment.draw.DrawWriter.Order;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Draws what a caller asks for, if that caller may: by one way for slips, for people who are named, and for visits. */
@Component
public class DrawHandler {

    private final AgencyStore agencies;
    private final SurveyReader surveys;
    private final RuleStore rules;
    private final DrawWriter writer;
    private final Clock clock;

    DrawHandler(AgencyStore agencies, SurveyReader surveys, RuleStore rules, DrawWriter writer, Clock clock) {
        this.agencies = agencies;
        this.surveys = surveys;
        this.rules = rules;
        this.writer = writer;
        this.clock = clock;
    }

    public Mono<Drawn> draw(String round, String agency, Draw draw, Caller caller) {
        return draw(round, agency, draw, caller, null);
    }

    /** @param ifMatch draws only if what was drawn for the unit is what this tag says; null draws in any case */
    Mono<Drawn> draw(String round, String agency, Draw draw, Caller caller, @Nullable String ifMatch) {
        return unit(agency).flatMap(unit -> {
            var path = unit.path();
            var drawnBy = DrawnBy.of(caller, path);
            var audit = Audit.by(caller, "draw-invitations", subject(round, agency, draw))
                    .at(agency)
                    .because(draw.size() + " by " + draw.channel().code());
            var order = new Order(unit, draw, drawnBy, audit, ifMatch);
            return surveys.withUnit(round, agency, draw.instrument(), survey -> allowed(survey, path, caller)
                    .then(Mono.defer(() -> mayDraw(round, path, caller)))
                    .then(Mono.defer(() -> writer.draw(survey, order, clock.instant()))));
        });
    }

    private Mono<Agency> unit(String agency) {
        return agencies.find(agency).switchIfEmpty(Mono.error(() -> Problem.notFound("agency", agency)
                .refusal()));
    }

    private Mono<Void> allowed(Survey survey, List<String> path, Caller caller) {
        return Mono.justOrEmpty(Entitlement.refusal(survey, path, caller, clock.instant()))
                .flatMap(problem -> Mono.error(problem.refusal()));
    }

    private Mono<Void> mayDraw(String round, List<String> path, Caller caller) {
        return rules.forbids(round, path, caller)
                .filter(forbidden -> forbidden)
                .flatMap(_ -> Mono.error(Problem.of(ProblemType.NOT_YOURS)
                        .with(List.of(new Fault(
                                "/agency",
                                "drawn-by-others",
                                "somebody above the unit from whom drawing was not taken, or the authority",
                                path.getLast())))
                        .refusal()));
    }

    private static String subject(String round, String agency, Draw draw) {
        return "rounds/" + round + "/agencies/" + agency + "/invitations/" + draw.instrument();
    }
}
