package org.prongsai.assessment.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.draw.DrawWriter.Drawn;
import org.prongsai.blind.InvitationCode;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives out one-time invitations: codes for slips, shown once, letters to addresses, or the right of named people to sign in. */
@RestController
@RequestMapping("/api/v1/rounds/{round}/agencies/{agency}/invitations")
class InvitationEndpoint {

    private final DrawHandler draws;
    private final int most;

    /** @param most invitations in one draw */
    InvitationEndpoint(DrawHandler draws, @Value("${prongsai.tickets.draw}") int most) {
        this.draws = draws;
        this.most = most;
    }

    /** What was drawn, shown this once. */
    record View(
            String instrument,
            String keySha256,
            int invited,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> codes) {

        @Override
        public String toString() {
            return "View[…]";
        }
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.DRAW_INVITATIONS)
    @Operation(
            summary =
                    "Draws one-time invitations, never more than people are registered; their codes are shown this once",
            description =
                    "Also as text/csv. Internal instruments are drawn for by the unit or somebody above it, external"
                            + " ones by the authority's assessors. Channel \"sign-in\" names people by the subject of their official"
                            + " sign-in instead: they are given a ticket without a code. Channel \"message\" names people by their"
                            + " e-mail addresses: each is sent a code, in \"language\" th or en, that who draws never sees."
                            + " With the ETag of \"draws\" in If-Match nothing is given out (412) where somebody has drawn since,"
                            + " so that a form that is sent twice draws once; the answer carries the new one.")
    Mono<ResponseEntity<View>> draw(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Draw.Request request,
            Caller caller) {
        return drawn(round, agency, request, caller, ifMatch)
                .map(drawn -> created(drawn).body(view(drawn)));
    }

    @PostMapping(produces = "text/csv")
    @Access(Permission.DRAW_INVITATIONS)
    @Operation(summary = "Draws one-time invitations as a CSV file: one line for each slip")
    Mono<ResponseEntity<byte[]>> drawCsv(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Draw.Request request,
            Caller caller) {
        return drawn(round, agency, request, caller, ifMatch)
                .map(drawn -> created(drawn).body(SlipFile.write(drawn).getBytes(StandardCharsets.UTF_8)));
    }

    private static ResponseEntity.BodyBuilder created(Drawn drawn) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(drawn.tag().value())
                .cacheControl(CacheControl.noStore());
    }

    private Mono<Drawn> drawn(
            String round, String agency, Draw.Request request, Caller caller, @Nullable String ifMatch) {
        var faults = Draw.faults(request, most);
        return faults.isEmpty()
                ? draws.draw(round, agency, Draw.of(request), caller, ifMatch)
                : Mono.error(Problem.of(ProblemType.INVALID_DRAW, faults).refusal());
    }

    private static View view(Drawn drawn) {
        return new View(
                drawn.key().instrument(),
                drawn.key().sha256(),
                drawn.invited(),
                drawn.codes().stream().map(InvitationCode::text).toList());
    }
}
