package org.prongsai.scoring.rollup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.Search;
import org.prongsai.scoring.rollup.NameStore.Named;
import org.prongsai.scoring.rollup.Stretch.Key;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.scoring.subtree.StandardReader;
import org.prongsai.scoring.subtree.Subtree;
import org.prongsai.scoring.subtree.SubtreeStore;
import org.prongsai.scoring.subtree.Summary;
import org.prongsai.web.Access;
import org.prongsai.web.DownloadWriter;
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

/** What the branches below an agency come to, side by side and as a file. */
@RestController
@RequestMapping("/api/v1/rounds/{round}")
class RollupEndpoint {
    private static final String SORT =
            "agency, or by its mean: total, an instrument or an indicator; a minus before it turns it round";
    private static final String Q = "Part of the slug, the Thai or the English name of a branch";
    private static final String PARENT = "Whose branches: unless said, the parent of all participants";

    private final StandardReader standards;
    private final SubtreeStore subtrees;
    private final NameStore names;

    RollupEndpoint(StandardReader standards, SubtreeStore subtrees, NameStore names) {
        this.standards = standards;
        this.subtrees = subtrees;
        this.names = names;
    }

    @GetMapping(path = "/rollups", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.LIST_ROLLUPS)
    @Operation(
            summary =
                    "Sums up the units of each agency right below a parent, and of the parent; only units with a total count, and"
                            + " how many are left out is said, and why")
    Mono<ResponseEntity<RollupPage>> rollups(
            @PathVariable String round,
            @Parameter(description = PARENT) @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = SORT) @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") List<String> type,
            @Parameter(description = Q) @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var asked = new Stretch.Asked(sort, new Search(type, q), Limit.of(limit), cursor);
        return standards
                .read(round, parent, type)
                .map(standard -> Stretch.of(asked, standard))
                .zipWhen(stretch -> subtrees.find(stretch.standard()))
                .flatMap(found -> page(found.getT1(), found.getT2(), request));
    }

    private Mono<ResponseEntity<RollupPage>> page(Stretch stretch, Subtree subtree, ServerHttpRequest request) {
        return keys(stretch, subtree)
                .map(keys -> Page.of(
                        keys.stream().limit(stretch.limit() + 1L).toList(),
                        stretch.limit(),
                        stretch.cursor(),
                        Key::place))
                .flatMap(page -> answer(stretch.standard(), subtree, page, request));
    }

    private Mono<List<Key>> keys(Stretch stretch, Subtree subtree) {
        return names.among(subtree.branches(), stretch.search()).map(branches -> stretch.keys(branches, subtree));
    }

    private Mono<ResponseEntity<RollupPage>> answer(
            Standard standard, Subtree subtree, Page<Key> page, ServerHttpRequest request) {
        return named(standard, page.items()).map(known -> ResponseEntity.ok()
                .headers(page.linked(request).getHeaders())
                .body(new RollupPage(
                        branch(standard.root(), known, subtree.whole()),
                        page.items().stream()
                                .map(key -> branch(key.agency(), known, subtree.summary(key.agency())))
                                .toList(),
                        page.next(),
                        standard.round().synthetic(),
                        standard.round().rehearsal())));
    }

    @GetMapping(path = "/rollups.csv", produces = "text/csv")
    @Access(Permission.LIST_ROLLUPS)
    @Operation(summary = "The same as a CSV file, the parent first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<byte[]>>> export(
            @PathVariable String round,
            @Parameter(description = PARENT) @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = SORT) @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") List<String> type,
            @Parameter(description = Q) @RequestParam(required = false) @Nullable String q) {
        var asked = new Stretch.Asked(sort, new Search(type, q), 1, null);
        return standards
                .read(round, parent, type)
                .map(standard -> Stretch.of(asked, standard))
                .zipWhen(stretch -> subtrees.find(stretch.standard()))
                .flatMap(found -> keys(found.getT1(), found.getT2())
                        .flatMap(keys -> file(found.getT1().standard(), found.getT2(), keys)));
    }

    private Mono<ResponseEntity<Flux<byte[]>>> file(Standard standard, Subtree subtree, List<Key> keys) {
        var file = new RollupFile(standard);
        return named(standard, keys)
                .map(known -> Flux.fromIterable(keys)
                        .map(key -> branch(key.agency(), known, subtree.summary(key.agency())))
                        .startWith(branch(standard.root(), known, subtree.whole()))
                        .map(file::line)
                        .startWith(file.header()))
                .map(lines -> DownloadWriter.csv(standard.fileName("rollups"), lines));
    }

    private Mono<Map<String, Named>> named(Standard standard, List<Key> keys) {
        return names.find(
                Stream.concat(Stream.of(standard.root()), keys.stream().map(Key::agency))
                        .toList());
    }

    private static Branch branch(String agency, Map<String, Named> known, Summary summary) {
        var named = known.get(agency);
        return new Branch(
                agency, named == null ? Map.of() : named.name(), named == null ? null : named.type(), summary);
    }
}
