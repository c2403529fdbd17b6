package org.prongsai.portal.slip;

import java.time.Clock;
import org.prongsai.portal.desk.FormFault;
import org.prongsai.portal.desk.Powers;
import org.prongsai.portal.survey.Refused;
import org.prongsai.portal.survey.Told;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;
import org.prongsai.portal.unit.StandingReader;
import org.prongsai.portal.unit.UnitClient;
import org.prongsai.portal.unit.Visitor;
import org.prongsai.portal.unit.VisitorReader;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Draws invitations for the staff of a unit. Their codes stand in the answer to one request and nowhere else: they are
 * neither kept nor logged, and the same form sent twice draws once.
 */
@RestController
@RequestMapping("/desk/{round}/{agency}/slips")
class SlipPage {

    private final UnitClient units;
    private final StandingReader standings;
    private final VisitorReader visitors;
    private final SlipWriter writer;
    private final Clock clock = Clock.systemUTC();

    /** Who wants what, for which unit. */
    private record Asked(SlipForm form, Standing standing, Visitor visitor, Caller caller, ServerHttpRequest request) {

        String round() {
            return standing.round().round();
        }

        String agency() {
            return standing.unit().agency();
        }

        Asked now(Standing other) {
            return new Asked(form, other, visitor, caller, request);
        }

        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    SlipPage(UnitClient units, StandingReader standings, VisitorReader visitors, SlipWriter writer) {
        this.units = units;
        this.standings = standings;
        this.visitors = visitors;
        this.writer = writer;
    }

    @GetMapping
    @Access(Permission.READ_DESK)
    Mono<ResponseEntity<String>> show(
            @PathVariable String round, @PathVariable String agency, Caller caller, ServerHttpRequest request) {
        return standings
                .standing(visitors.visitor(request), round, agency)
                .map(standing -> writer.form(200, view(standing, caller), request));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Access(Permission.USE_DESK)
    Mono<? extends ResponseEntity<?>> take(
            @PathVariable String round, @PathVariable String agency, Caller caller, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var visitor = visitors.visitor(request);
        return exchange.getFormData()
                .map(fields -> SlipForm.of(fields.toSingleValueMap()))
                .flatMap(form -> standings
                        .standing(visitor, round, agency)
                        .map(standing -> new Asked(form, standing, visitor, caller, request)))
                .flatMap(this::take);
    }

    /** All that the sheet will need is there before anything is drawn: what is drawn is shown this once. */
    private Mono<ResponseEntity<?>> take(Asked asked) {
        if (asked.standing().window(Round.IIT).isEmpty())
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        var faults = asked.form().faults();
        if (faults.any()) return Mono.just(wrong(422, asked, faults));
        return drawn(asked).onErrorResume(Refused.class, refused -> standings
                .standing(asked.visitor(), asked.round(), asked.agency())
                .onErrorMap(Refused.class, _ -> refused)
                .flatMap(standing -> refused(refused, asked.now(standing))));
    }

    private Mono<ResponseEntity<?>> drawn(Asked asked) {
        var form = asked.form();
        if (form.file())
            return units.drawFile(asked.visitor(), asked.round(), asked.agency(), form.order(), form.tag())
                    .map(file -> writer.file(asked.standing(), file));
        return units.draw(asked.visitor(), asked.round(), asked.agency(), form.order(), form.tag())
                .publishOn(Schedulers.boundedElastic())
                .map(drawn -> form.mail()
                        ? writer.mailed(asked.standing(), asked.request())
                        : writer.sheet(asked.standing(), drawn, asked.request()));
    }

    private Mono<ResponseEntity<?>> refused(Refused refused, Asked asked) {
        Told told = refused.told();
        if (told.type().equals("stale"))
            return Mono.just(writer.stale(view(asked.standing(), asked.caller()), asked.request()));
        return asked.form()
                .faults(told, asked.standing())
                .<Mono<ResponseEntity<?>>>map(faults -> Mono.just(wrong(told.status(), asked, faults)))
                .orElseGet(() -> Mono.error(refused));
    }

    /** Where nobody knows whether it was drawn, the form keeps what it saw: sent again, it draws nothing a second time. */
    private ResponseEntity<String> wrong(int status, Asked asked, FormFault.All faults) {
        boolean unclear = status == HttpStatus.SERVICE_UNAVAILABLE.value();
        var form = unclear ? asked.form() : asked.form().on(asked.standing());
        var view = view(asked.standing(), asked.caller()).filled(form, faults);
        return writer.form(status, view, asked.request());
    }

    private SlipView view(Standing standing, Caller caller) {
        return SlipView.of(standing, Powers.of(caller, standing.unit(), standing.draws()), clock.instant());
    }
}
