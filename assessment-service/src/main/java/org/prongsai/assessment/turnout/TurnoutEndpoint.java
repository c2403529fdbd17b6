package org.prongsai.assessment.turnout;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.turnout.TurnoutSearch.Asked;
import org.prongsai.assessment.turnout.TurnoutSearch.Stretch;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows how many have answered: of one unit, of many side by side, and as a file. */
@RestController
@RequestMapping("/api/v1/rounds/{round}")
class TurnoutEndpoint {

    private static final String REACHED =
            "true: units that have the minimum of every instrument shown; false: units that lack one";
    private static final String SORT =
            "agency, or an instrument: by share of its minimum, the worst first; a minus before it turns it round";
    private static final int LINES = 500;

    private final TurnoutReader turnouts;
    private final SurveyReader surveys;
    private final AgencyStore agencies;

    TurnoutEndpoint(TurnoutReader turnouts, SurveyReader surveys, AgencyStore agencies) {
        this.turnouts = turnouts;
        this.surveys = surveys;
        this.agencies = agencies;
    }

    @GetMapping(path = "/agencies/{agency}/turnout", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_TURNOUT)
    @Operation(
            summary =
                    "How many have answered each instrument and part, and how many must; the authority sees it as it is, units and"
                            + " commanders as of six in the morning in Bangkok (null before the first) but at once whether"
                            + " the minimum is reached")
    Mono<Turnout> read(@PathVariable String round, @PathVariable String agency, Caller caller) {
        return surveys.standardOfUnit(round, agency)
                .flatMap(standard -> turnouts.measure(standard, List.of(agency), Onlooker.of(caller)))
                .map(measure -> measure.of(agency));
    }

    @GetMapping(path = "/turnouts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.LIST_TURNOUTS)
    @Operation(summary = "Lists the turnout of the units one may see, each with its share of the minimum")
    Mono<ResponseEntity<TurnoutPage>> list(
            @PathVariable String round,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String instrument,
            @Parameter(description = REACHED) @RequestParam(required = false) @Nullable Boolean reached,
            @Parameter(description = SORT) @RequestParam(defaultValue = Order.AGENCY) String sort,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            ServerHttpRequest request) {
        var asked = new Asked(parent, q, instrument, reached, sort);
        var list = Cursor.of("turnouts", round, asked, Onlooker.of(caller));
        int rows = Limit.of(limit);
        var after = Optional.of(list.read(cursor, Order::writes))
                .filter(keys -> !keys.isEmpty())
                .map(Order::read);
        return search(round, asked)
                .flatMap(search -> turnouts.list(search, new Stretch(after, rows + 1), Onlooker.of(caller))
                        .map(found -> answer(found, Page.of(found.rows(), rows, list, search::place), request)));
    }

    @GetMapping(path = "/turnouts.csv", produces = "text/csv")
    @Access(Permission.LIST_TURNOUTS)
    @Operation(summary = "The same list as a CSV file, a unit's instrument a line")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    Flux<byte[]> export(
            @PathVariable String round,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String instrument,
            @Parameter(description = REACHED) @RequestParam(required = false) @Nullable Boolean reached,
            @Parameter(description = SORT) @RequestParam(defaultValue = Order.AGENCY) String sort,
            Caller caller) {
        var asked = new Asked(parent, q, instrument, reached, sort);
        return search(round, asked)
                .flatMap(search -> turnouts.list(search, Stretch.WHOLE, Onlooker.of(caller)))
                .flatMapMany(found -> Flux.fromIterable(found.rows())
                        .buffer(LINES)
                        .map(rows -> TurnoutFile.lines(rows, found.asOf()))
                        .startWith(TurnoutFile.header()));
    }

    private Mono<TurnoutSearch> search(String round, Asked asked) {
        return surveys.standard(round)
                .zipWith(parentKnown(asked), (standard, known) -> TurnoutSearch.of(asked, standard, known));
    }

    private Mono<Boolean> parentKnown(Asked asked) {
        var parent = asked.parent();
        return parent == null ? Mono.just(true) : agencies.exists(parent);
    }

    private static ResponseEntity<TurnoutPage> answer(
            TurnoutList found, Page<TurnoutRow> page, ServerHttpRequest request) {
        return ResponseEntity.ok()
                .headers(page.linked(request).getHeaders())
                .body(new TurnoutPage(found.asOf(), found.exact(), page.items(), page.next()));
    }
}
