package org.prongsai.assessment.ticket;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.ticket.IssuingKeyStore.IssuingKey;
import org.prongsai.assessment.ticket.Redemption.Asked;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.InvitationCode;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Exchanges an invitation for a signature on a number that says nothing of the token in it. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/agencies/{agency}/tickets", produces = MediaType.APPLICATION_JSON_VALUE)
class TicketEndpoint {

    /** Whoever came between the old end of a window and its extension comes again. */
    private static final Duration REOPENED = Duration.ofSeconds(1);

    private final SurveyReader surveys;
    private final IssuingKeyStore keys;
    private final RedemptionWriter redemptions;
    private final InvitationStore invitations;
    private final CodeHash hash;
    private final Clock clock;

    TicketEndpoint(
            SurveyReader surveys,
            IssuingKeyStore keys,
            RedemptionWriter redemptions,
            InvitationStore invitations,
            CodeHash hash,
            Clock clock) {
        this.surveys = surveys;
        this.keys = keys;
        this.redemptions = redemptions;
        this.invitations = invitations;
        this.hash = hash;
        this.clock = clock;
    }

    record BlindSignature(String blindSignature) {

        @Override
        public String toString() {
            return "BlindSignature[…]";
        }
    }

    @PostMapping
    @Access(Permission.ISSUE_TICKET)
    @Operation(
            summary = "Exchanges an invitation for a blind signature (RFC 9474)",
            description = "The same \"blinded\" again is given the same signature, so that a lost reply loses no vote."
                    + " Another one is refused with 409. A code of another unit or round is not redeemed: the fault is"
                    + " other-agency or other-round, and its \"expected\" says the round, agency and instrument to which the"
                    + " code belongs.")
    Mono<BlindSignature> redeem(
            @PathVariable String round, @PathVariable String agency, @RequestBody Redemption.Request request) {
        var refused = Redemption.refusalOfSlip(request);
        if (refused.isPresent()) {
            return Mono.error(refused.get().refusal());
        }
        var code = (InvitationCode) InvitationCode.parse(Objects.requireNonNull(request.invitation()));
        String codeHash = hash.of(code);
        return keys.of(round, agency)
                .flatMap(found -> exchange(found, Asked.of(codeHash, request)))
                .switchIfEmpty(surveys.ofUnit(round, agency, Step.IIT.code())
                        .then(Mono.defer(() -> elsewhere(round, agency, codeHash))));
    }

    /** Somebody brought a code to a unit that gave none like it. */
    private Mono<BlindSignature> elsewhere(String round, String agency, String codeHash) {
        return invitations
                .elsewhere(round, agency, codeHash)
                .flatMap(found -> Mono.<BlindSignature>error(
                        Redemption.misplaced(agency, found).refusal()))
                .switchIfEmpty(unknown("unknown", "a code on a slip of this unit in this round"));
    }

    @PostMapping("/signed-in")
    @Access(Permission.ISSUE_TICKET_SIGNED_IN)
    @Operation(
            summary = "Gives who is signed in and was named a blind signature (RFC 9474), once",
            description =
                    "Nobody but the issuer learns who was given one, and the issuer does not learn which answer it"
                            + " becomes.")
    Mono<BlindSignature> redeemSignedIn(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestBody Redemption.Request request,
            Caller caller) {
        var refused = Redemption.refusalOfPerson(request);
        if (refused.isPresent()) {
            return Mono.error(refused.get().refusal());
        }
        String instrument = Objects.requireNonNull(request.instrument());
        return surveys.ofUnit(round, agency, instrument)
                .then(keys.of(round, agency))
                .flatMap(found -> exchange(
                        found.stream()
                                .filter(key -> key.instrument().equals(instrument))
                                .toList(),
                        Asked.of(hash.ofPerson(caller.sub()), request)))
                .switchIfEmpty(unknown("not-invited", "somebody whom this unit has named for this survey"));
    }

    /** Empty where there is no such invitation. */
    private Mono<BlindSignature> exchange(List<IssuingKey> found, Asked asked) {
        return Flux.fromIterable(found)
                .filter(key -> key.signer().fault(asked.blinded()).isEmpty())
                .filterWhen(key -> late(key).map(Optional::isEmpty))
                .map(IssuingKey::key)
                .collect(Collectors.toSet())
                .flatMap(open -> redemptions.claim(found, open, asked))
                .flatMap(claimed -> answer(keyOf(found, claimed), claimed, asked));
    }

    private static IssuingKey keyOf(List<IssuingKey> found, Claimed claimed) {
        return found.stream()
                .filter(each -> each.key() == claimed.invitation().key())
                .findFirst()
                .orElseThrow();
    }

    private Mono<BlindSignature> answer(IssuingKey key, Claimed claimed, Asked asked) {
        if (claimed.redeemed()) {
            return sign(key, asked);
        }
        var invitation = claimed.invitation();
        // Who comes too late learns only that, and not for nothing whether a code was used before.
        return late(key).flatMap(late -> late.or(() -> Redemption.refusal(invitation, asked, key.signer()))
                .<Mono<BlindSignature>>map(problem -> Mono.error(problem.refusal()))
                .orElseGet(() -> asked.blindedHash().equals(invitation.blindedHash())
                        ? sign(key, asked)
                        : Mono.error(Problem.busy(REOPENED).refusal())));
    }

    /** What is said after the end of the window. */
    private Mono<Optional<Problem>> late(IssuingKey key) {
        return surveys.ofUnit(key.round(), key.agency(), key.instrument())
                .map(Survey::window)
                .map(window -> window.over(clock.instant())
                        ? Optional.of(Survey.outside(window, "closed"))
                        : Optional.empty());
    }

    private static Mono<BlindSignature> sign(IssuingKey key, Asked asked) {
        return Mono.fromSupplier(() -> key.signer().sign(asked.blinded()))
                .subscribeOn(Schedulers.parallel())
                .map(signature -> new BlindSignature(Base64Url.encode(signature)));
    }

    private static <T> Mono<T> unknown(String reason, String expected) {
        return Mono.error(() -> Redemption.unknown(reason, expected).refusal());
    }
}
