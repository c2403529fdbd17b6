package org.prongsai.assessment.framework;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Refusals;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.itemlist.ItemList;
import org.prongsai.methodology.itemlist.Pair;
import org.prongsai.methodology.itemlist.SideBySide;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.ThaiText;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes over an official list of items that arrives late, after showing it beside the framework's own. */
@RestController
@RequestMapping(path = "/api/v1/frameworks/{framework}/item-lists", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemListEndpoint {
    private final FrameworkStore store;
    private final Clock clock;

    ItemListEndpoint(FrameworkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a list looks like beside the framework.
     *
     * @param framework the version it was laid beside
     * @param published the version that was made of it, null in a dry run
     */
    record Report(
            String framework,
            @Nullable String published,
            String encoding,
            Map<String, Integer> counts,
            List<Pair> items) {}

    private record Beside(Published base, String encoding, SideBySide found) {
        Report report(@Nullable String published) {
            return new Report(base.ref().toString(), published, encoding, found.counts(), found.pairs());
        }
    }

    @PostMapping(consumes = "text/csv")
    @Access(Permission.PUT_FRAMEWORK)
    @Operation(
            summary = "Lays an official list of items beside the newest version, and makes the next version of it",
            description =
                    "CSV code,sub_indicator,title_th,title_en and, if given, marks and status; UTF-8 or windows-874."
                            + " A dry run, which is the default, only shows which items are the same, reworded, moved,"
                            + " renumbered, replaced, added or missing. Elements, guidance and law of items that stay are kept.")
    Mono<Report> lay(
            @PathVariable String framework,
            @RequestBody(required = false) byte @Nullable [] csv,
            @RequestParam(defaultValue = "oit") String instrument,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var audit = Audit.by(caller, "take-item-list", "frameworks/" + framework);
        return store.published(framework)
                .filter(found -> found.ref().name().equals(framework))
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("framework", framework).refusal()))
                .flatMap(base -> Mono.fromSupplier(() -> beside(base, instrument, csv == null ? new byte[0] : csv))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(beside -> dryRun
                        ? Mono.just(beside.report(null))
                        : store.publish(framework, newest -> decide(beside, newest, ifMatch), audit, clock.instant())
                                .map(done -> beside.report(done.version().ref().toString())));
    }

    private static Beside beside(Published base, String code, byte[] csv) {
        var text = ThaiText.of(csv).orElseThrow(() -> Problem.of(ProblemType.INVALID_FILE, List.of(foreign(csv)))
                .refusal());
        var instrument = marked(base.framework(), code);
        var list =
                Refusals.orRefuse(ProblemType.INVALID_FILE, ItemList.parse(base.framework(), instrument, text.text()));
        return new Beside(base, text.encoding(), SideBySide.of(base.framework(), list));
    }

    private static Fault foreign(byte[] csv) {
        var at = ThaiText.foreign(csv);
        return new Fault(
                "/lines/" + at.map(ThaiText.Foreign::line).orElse(1L),
                "unknown-encoding",
                ThaiText.EXPECTED,
                at.map(ThaiText.Foreign::found).orElse(null));
    }

    private static Instrument marked(Framework framework, String code) {
        var marked = framework.instruments().stream().filter(Instrument::marked).toList();
        return marked.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalidRequest(new Fault(
                                "?instrument",
                                "unknown-instrument",
                                marked.stream().map(Instrument::code).toList(),
                                code))
                        .refusal());
    }

    /** Only over the version that was looked at. */
    private static Publication decide(Beside beside, Optional<Published> newest, @Nullable String ifMatch) {
        var base = beside.base().tag();
        newest.flatMap(version -> version.tag().refuse(ifMatch == null ? base.value() : ifMatch))
                .ifPresent(problem -> {
                    throw problem.refusal();
                });
        var taken =
                Refusals.orRefuse(ProblemType.INVALID_FRAMEWORK, beside.found().taken());
        return Publication.of(taken, newest);
    }
}
