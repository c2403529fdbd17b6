package org.prongsai.assessment.framework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Refusals;
import org.prongsai.assessment.framework.FrameworkSearch.Place;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Etag;
import org.prongsai.web.Fault;
import org.prongsai.web.FileText;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Frameworks to read, and to publish as YAML or JSON. */
@RestController
@RequestMapping(path = "/api/v1/frameworks", produces = MediaType.APPLICATION_JSON_VALUE)
class FrameworkEndpoint {
    private final FrameworkStore store;
    private final Clock clock;

    FrameworkEndpoint(FrameworkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    @Access(Permission.LIST_FRAMEWORKS)
    @Operation(summary = "Lists every version of every framework, of one fiscal year or text")
    Mono<ResponseEntity<Page<FrameworkSummary>>> list(
            @RequestParam(required = false) @Nullable String fiscalYear,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var search = FrameworkSearch.of(fiscalYear, q, sort);
        var list = Cursor.of("frameworks", search);
        var rows = Limit.of(limit);
        var after = Place.of(list.read(cursor, keys -> Place.of(keys).isPresent()));
        return store.list(search, after, rows + 1)
                .collectList()
                .map(found -> Page.of(found, rows, list, FrameworkSummary::keys).linked(request));
    }

    /** {@code name@n} is that version for ever, {@code name} the newest. */
    @GetMapping("/{framework}")
    @Access(Permission.READ_FRAMEWORK)
    @Operation(summary = "One framework: name@n is that version for ever, the bare name is the newest")
    Mono<ResponseEntity<Framework>> read(@PathVariable String framework) {
        return store.published(framework)
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("framework", framework).refusal()))
                .map(found -> answer(found, HttpStatus.OK));
    }

    /** The next version, or the newest again if it says the same; never changes a version. */
    @PutMapping(
            path = "/{framework}",
            consumes = {
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                "text/x-yaml",
                MediaType.APPLICATION_JSON_VALUE
            })
    @Access(Permission.PUT_FRAMEWORK)
    @ApiResponse(responseCode = "201", description = "A new version", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The newest version says the same", useReturnTypeSchema = true)
    @Operation(summary = "Publishes the next version of a framework")
    Mono<ResponseEntity<Framework>> publish(
            @PathVariable String framework,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var audit = Audit.by(caller, "publish-framework", "frameworks/" + framework);
        return Mono.fromSupplier(() -> sent(framework, body == null ? new byte[0] : body))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(sent ->
                        store.publish(framework, newest -> decide(sent, newest, ifMatch), audit, clock.instant()))
                .map(done -> answer(done.version(), done.fresh() ? HttpStatus.CREATED : HttpStatus.OK));
    }

    private static Framework sent(String name, byte[] body) {
        return Refusals.orRefuse(ProblemType.INVALID_FRAMEWORK, Publication.read(name, text(body)));
    }

    private static String text(byte[] body) {
        return FileText.of(body).orElseThrow(() -> Problem.of(
                        ProblemType.INVALID_FRAMEWORK, List.of(new Fault("", "not-utf-8", "UTF-8", null)))
                .refusal());
    }

    /** Without If-Match anybody may publish: a version overwrites nothing. */
    private static Publication decide(Framework sent, Optional<Published> newest, @Nullable String ifMatch) {
        if (ifMatch != null)
            newest.flatMap(version -> version.tag().refuse(ifMatch))
                    .or(() -> newest.isEmpty() ? Etag.refuseAbsent(ifMatch) : Optional.empty())
                    .ifPresent(problem -> {
                        throw problem.refusal();
                    });
        return Publication.of(sent, newest);
    }

    private static ResponseEntity<Framework> answer(Published version, HttpStatus status) {
        var answer = ResponseEntity.status(status)
                .eTag(version.tag().value())
                .cacheControl(CacheControl.noCache().cachePublic());
        if (status == HttpStatus.CREATED) answer.location(URI.create("/api/v1/frameworks/" + version.ref()));
        return answer.body(version.framework());
    }
}
