package org.prongsai.portal.desk;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.survey.Refused;
import org.prongsai.portal.unit.Roster;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.StandingReader;
import org.prongsai.portal.unit.UnitClient;
import org.prongsai.portal.unit.Visitor;
import org.prongsai.portal.unit.VisitorReader;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Permission;
import org.prongsai.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows who works here which of their units have what to do, in each round that is open. */
@RestController
class DeskPage {

    private static final int A_PAGE = 25;
    private static final int FEW = 3;
    private static final Set<String> SORTS = Set.of("agency", "-agency", "iit", "-iit", "eit", "-eit");

    private final UnitClient units;
    private final StandingReader standings;
    private final VisitorReader visitors;
    private final SpeechReader speeches;
    private final PageWriter pages;
    private final Clock clock = Clock.systemUTC();

    DeskPage(
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

    @GetMapping("/desk")
    @Access(Permission.READ_DESK)
    Mono<ResponseEntity<String>> show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "agency") String sort,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller,
            ServerHttpRequest request) {
        var visitor = visitors.visitor(request);
        var order = SORTS.contains(sort) ? sort : "agency";
        var asked = new Roster.Asked(q.strip(), order, round == null ? "" : cursor, A_PAGE);
        return units.rounds(visitor)
                .flatMapMany(Flux::fromIterable)
                .filter(each -> !each.isOver() && (round == null || round.equals(each.round())))
                .flatMapSequential(each -> part(visitor, each, asked, caller, request))
                .filter(part -> !part.roster().items().isEmpty())
                .collectList()
                .map(parts -> new DeskView(
                        caller.sub(),
                        roles(caller),
                        asked.q(),
                        order,
                        wide(parts, asked),
                        !asked.cursor().isEmpty(),
                        parts))
                .map(view -> pages.page(speeches.view("desk", request, Words.EVERYWHERE, view)));
    }

    private Mono<DeskView.Part> part(
            Visitor visitor, Round round, Roster.Asked asked, Caller caller, ServerHttpRequest request) {
        return units.roster(visitor, round.round(), asked)
                .onErrorResume(DeskPage::forbidden, _ -> units.names(visitor, round, asked))
                .flatMap(roster -> cards(visitor, round, roster, asked, caller, request)
                        .map(cards -> new DeskView.Part(round, roster, cards, next(round))));
    }

    private Mono<List<DeskView.Card>> cards(
            Visitor visitor, Round round, Roster roster, Roster.Asked asked, Caller caller, ServerHttpRequest request) {
        if (roster.items().size() > FEW
                || roster.next() != null
                || !asked.cursor().isEmpty()) return Mono.just(List.of());
        var now = clock.instant();
        var speech = speeches.speech(request);
        return Flux.fromIterable(roster.items())
                .flatMapSequential(row -> standings.standing(visitor, round, row.agency()))
                .map(standing -> {
                    var powers = Powers.of(caller, standing.unit(), standing.draws());
                    var view = UnitView.of(standing, powers, now, speech);
                    return new DeskView.Card(standing, view.tasks(), view.next());
                })
                .collectList();
    }

    private @Nullable Deadline next(Round round) {
        var now = clock.instant();
        return List.of(Round.POPULATION, Round.IIT, Round.EIT).stream()
                .flatMap(step -> round.window(step, List.of()).map(window -> Deadline.of(step, window, now)).stream())
                .filter(Deadline::open)
                .min((a, b) -> a.window().to().compareTo(b.window().to()))
                .orElse(null);
    }

    private static boolean wide(List<DeskView.Part> parts, Roster.Asked asked) {
        return !asked.q().isEmpty()
                || !asked.cursor().isEmpty()
                || parts.stream().anyMatch(part -> !part.few());
    }

    private static boolean forbidden(Throwable thrown) {
        return thrown instanceof Refused refused && refused.told().status() == 403;
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().stream().sorted().map(Role::code).toList();
    }
}
