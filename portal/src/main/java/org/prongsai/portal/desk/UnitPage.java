package org.prongsai.portal.desk;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.survey.Refused;
import org.prongsai.portal.unit.Standing;
import org.prongsai.portal.unit.StandingReader;
import org.prongsai.portal.unit.UnitClient;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows how one unit stands in one round, and takes down how many people it has. */
@RestController
@RequestMapping("/desk/{round}/{agency}")
class UnitPage {

    private final UnitClient units;
    private final StandingReader standings;
    private final VisitorReader visitors;
    private final SpeechReader speeches;
    private final PageWriter pages;
    private final Clock clock = Clock.systemUTC();

    UnitPage(
            UnitClient units,
            StandingReader standings,
            VisitorReader visitors,
            SpeechReader speeches,
            PageWriter pages) {
        this.units = units;
        this.standings = standings;
        this.visitors = visitors;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping
    @Access(Permission.READ_DESK)
    Mono<ResponseEntity<String>> show(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestParam(defaultValue = "") String said,
            Caller caller,
            ServerHttpRequest request) {
        return standings
                .standing(visitors.visitor(request), round, agency)
                .map(standing -> page(200, view(standing, caller, request).saying(said), request))
                .onErrorResume(Refused.class, refused -> elsewhere(refused, round, request));
    }

    /** Saved, or shown again with all that was typed and what is wrong with it. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Access(Permission.USE_DESK)
    Mono<ResponseEntity<String>> register(
            @PathVariable String round, @PathVariable String agency, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> register(round, agency, fields.toSingleValueMap(), caller, exchange.getRequest()));
    }

    private Mono<ResponseEntity<String>> register(
            String round, String agency, Map<String, String> fields, Caller caller, ServerHttpRequest request) {
        var form = PopulationForm.of(fields);
        var visitor = visitors.visitor(request);
        var faults = form.faults();
        if (faults.any())
            return standings
                    .standing(visitor, round, agency)
                    .map(standing -> page(422, view(standing, caller, request).filled(form, faults), request));
        return units.register(visitor, round, agency, form.request(), form.tag())
                .map(_ -> saved(round, agency, request))
                .onErrorResume(Refused.class, refused -> standings
                        .standing(visitor, round, agency)
                        .flatMap(standing -> refused(refused, form, standing, caller, request)));
    }

    private Mono<ResponseEntity<String>> refused(
            Refused refused, PopulationForm form, Standing standing, Caller caller, ServerHttpRequest request) {
        return PopulationForm.faults(refused.told(), standing.population())
                .map(faults -> view(standing, caller, request).filled(form.on(standing.population()), faults))
                .map(view -> Mono.just(page(refused.told().status(), view, request)))
                .orElseGet(() -> Mono.error(refused));
    }

    private ResponseEntity<String> saved(String round, String agency, ServerHttpRequest request) {
        var language = speeches.speech(request).code();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/%s/%s?said=saved&lang=%s".formatted(round, agency, language)))
                .build();
    }

    /** A unit that counts as part of another one is led there, instead of nowhere. */
    private Mono<ResponseEntity<String>> elsewhere(Refused refused, String round, ServerHttpRequest request) {
        if (!refused.told().type().equals("assessed-jointly")) return Mono.error(refused);
        var path = refused.told().expected("assessed-jointly");
        var lead = path.substring(path.lastIndexOf('/') + 1);
        return units.unit(visitors.visitor(request), lead)
                .map(unit ->
                        pages.page(speeches.view("desk-joint", request, Words.EVERYWHERE, new JointView(round, unit))));
    }

    private UnitView view(Standing standing, Caller caller, ServerHttpRequest request) {
        var powers = Powers.of(caller, standing.unit(), standing.draws());
        return UnitView.of(standing, powers, clock.instant(), speeches.speech(request));
    }

    private ResponseEntity<String> page(int status, UnitView view, ServerHttpRequest request) {
        return pages.page(
                speeches.view("desk-unit", request, Words.EVERYWHERE, view).status(status));
    }
}
