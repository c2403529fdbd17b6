package org.prongsai.assessment.framework;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.diff.DiffText;
import org.prongsai.methodology.diff.FrameworkDiff;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Access;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is different between two frameworks, for programs and for people. */
@RestController
@RequestMapping("/api/v1/frameworks/{framework}/diff")
class DiffEndpoint {
    private final FrameworkStore store;

    DiffEndpoint(FrameworkStore store) {
        this.store = store;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_FRAMEWORK)
    @Operation(
            summary = "What is different from another framework or version: added, removed, changed, worth changed",
            description = "Without ?from= it is the version before this one. Paths go by codes, not by positions.")
    Mono<FrameworkDiff> read(@PathVariable String framework, @RequestParam(required = false) @Nullable String from) {
        return diff(framework, from);
    }

    @GetMapping(path = "/text", produces = "text/plain;charset=UTF-8")
    @Access(Permission.READ_FRAMEWORK)
    @Operation(summary = "The same as lines for people, in Thai or English; what counts otherwise first")
    Mono<String> text(
            @PathVariable String framework,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "th") String language) {
        if (!List.of("th", "en").contains(language))
            return Mono.error(
                    Problem.invalidRequest(new Fault("?language", "unknown-language", List.of("th", "en"), language))
                            .refusal());
        return diff(framework, from).map(diff -> String.join("\n", new DiffText(language).lines(diff)) + "\n");
    }

    private Mono<FrameworkDiff> diff(String framework, @Nullable String from) {
        return find(framework).flatMap(after -> find(from == null ? before(after) : from)
                .map(before -> FrameworkDiff.of(before, after)));
    }

    private Mono<Framework> find(String framework) {
        return store.find(framework).switchIfEmpty(Mono.error(() -> Problem.notFound("framework", framework)
                .refusal()));
    }

    /** The first version has none before it, and then the reader must say what to compare with. */
    private static String before(Framework after) {
        var ref = FrameworkRef.of(Objects.requireNonNull(after.ref())).orElseThrow();
        if (ref.version() == 1)
            throw Problem.invalidRequest(
                            new Fault("?from", "missing", "a framework, since " + ref + " is the first", null))
                    .refusal();
        return new FrameworkRef(ref.name(), ref.version() - 1).toString();
    }
}
