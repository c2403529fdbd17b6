package org.prongsai.assessment.comment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.comment.CommentStore.Unit;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Role;
import org.springframework.http.CacheControl;
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

/** Shows comments to those who review them, and to others what they are about. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/agencies/{agency}/comments", produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewEndpoint {

    private final SurveyReader surveys;
    private final CommentStore comments;
    private final CommentWriter writer;
    private final Clock clock;

    ReviewEndpoint(SurveyReader surveys, CommentStore comments, CommentWriter writer, Clock clock) {
        this.surveys = surveys;
        this.comments = comments;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * A comment as its readers see it.
     *
     * @param text null once it was deleted
     * @param etag for If-Match of its review
     */
    record View(
            UUID comment,
            String language,
            @Nullable String text,
            String state,
            @Nullable String theme,
            @Nullable String essence,
            String etag) {

        static View of(Stored stored) {
            var theme = stored.theme();
            return new View(
                    stored.comment(),
                    stored.language(),
                    stored.text(),
                    stored.state().code(),
                    theme == null ? null : theme.code(),
                    stored.essence(),
                    stored.tag().value());
        }

        @Override
        public String toString() {
            return "View[…]";
        }
    }

    @GetMapping
    @Access(Permission.REVIEW_COMMENTS)
    @Operation(
            summary = "Lists the comments about a unit that wait for a review, were kept or were set aside",
            description = "What came in during a day, in the place of a listed comment too, is listed after the night.")
    Mono<ResponseEntity<Page<View>>> list(
            @PathVariable String round,
            @PathVariable String agency,
            @Parameter(description = "waiting, kept or set-aside") @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var wanted = State.of(state)
                .orElseThrow(() -> Problem.invalidRequest(new Fault("?state", "wrong-value", State.codes(), state))
                        .refusal());
        int rows = Limit.of(limit);
        var list = Cursor.of("comments", round, agency, wanted.code());
        var after = list.read(cursor, keys -> uuid(keys.getFirst()) != null).stream()
                .findFirst()
                .map(ReviewEndpoint::uuid)
                .orElse(null);
        return survey(round, agency)
                .then(Mono.defer(() -> comments.list(new Unit(round, agency), wanted, after, rows + 1)
                        .map(View::of)
                        .collectList()))
                .map(found -> Page.of(
                        found, rows, list, view -> List.of(view.comment().toString())))
                .map(page -> {
                    var linked = page.linked(request);
                    return ResponseEntity.ok()
                            .headers(linked.getHeaders())
                            .cacheControl(CacheControl.noStore())
                            .body(page);
                });
    }

    @PutMapping(path = "/{comment}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.REVIEW_COMMENTS)
    @Operation(
            summary = "Keeps a comment under a theme, with what it says in other words, or sets it aside",
            description =
                    "\"verdict\" is kept or set-aside. What is kept has a \"theme\" (service, time, fees, conduct,"
                            + " information, facilities, online or other) and may have an \"essence\" of at most 500 characters, which"
                            + " others may see: it tells nothing of who wrote. If-Match is the comment's \"etag\".")
    Mono<ResponseEntity<View>> review(
            @PathVariable String round,
            @PathVariable String agency,
            @PathVariable String comment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReviewForm form,
            Caller caller) {
        var faults = form.faults();
        if (!faults.isEmpty()) {
            return Mono.error(Problem.of(ProblemType.INVALID_REVIEW, faults).refusal());
        }
        var unit = new Unit(round, agency);
        var audit =
                Audit.by(caller, "review-comment", unit.place() + "/" + comment).at(agency);
        return survey(round, agency)
                .then(Mono.fromSupplier(() -> uuid(comment)))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("comment", comment).refusal()))
                .flatMap(id -> writer.review(unit, id, form.review(), ifMatch, audit))
                .map(stored -> ResponseEntity.ok()
                        .eTag(stored.tag().value())
                        .cacheControl(CacheControl.noStore())
                        .body(View.of(stored)));
    }

    @GetMapping("/themes")
    @Access(Permission.READ_COMMENT_THEMES)
    @Operation(
            summary =
                    "What the comments about a unit are about: for each theme how many were kept, and what they say in other words",
            description =
                    "Nothing of a theme with fewer than k, and never what anybody wrote. The unit and those above it see it"
                            + " once the window of EIT is over.")
    Mono<ResponseEntity<Themes>> themes(@PathVariable String round, @PathVariable String agency, Caller caller) {
        return survey(round, agency)
                .flatMap(survey -> early(survey, caller)
                        .then(Mono.defer(() -> comments.kept(new Unit(round, agency))))
                        .map(kept -> Themes.of(kept, survey.of().state().k())))
                .map(themes ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(themes));
    }

    private Mono<Survey> survey(String round, String agency) {
        return surveys.ofUnit(round, agency, Step.EIT.code());
    }

    /** While people write, those they write about learn nothing. */
    private Mono<Void> early(Survey survey, Caller caller) {
        boolean authority = caller.has(Role.ADMIN) || caller.has(Role.ASSESSOR) || caller.has(Role.AUDITOR);
        var window = survey.window();
        return authority || window.over(clock.instant())
                ? Mono.empty()
                : Mono.error(Problem.of(ProblemType.NOT_YOURS)
                        .with(List.of(new Fault("/window", "not-over", "from " + window.to() + " on", null)))
                        .refusal());
    }

    /** Null where it is none, as it is written here. */
    private static @Nullable UUID uuid(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
