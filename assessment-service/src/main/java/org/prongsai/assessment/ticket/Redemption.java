package org.prongsai.assessment.ticket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.ticket.InvitationStore.Elsewhere;
import org.prongsai.assessment.ticket.InvitationStore.Invitation;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.BlindSigner;
import org.prongsai.blind.InvitationCode;
import org.prongsai.blind.TypedCode;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/** Decides whether an invitation is exchanged for a signature, and names every reason why not. */
final class Redemption {

    /**
     * As a respondent's client sends it.
     *
     * @param invitation the code as it was typed; absent where the person signs in
     * @param instrument only where the person signs in
     * @param blinded the number to be signed, base64url
     */
    record Request(
            @Nullable String invitation,
            @Nullable String instrument,
            @Nullable String blinded) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    /** A request that can be read: whose invitation, and the number to be signed. */
    record Asked(String codeHash, byte[] blinded) {

        /** Of a request that {@link #refusalOfSlip} or {@link #refusalOfPerson} let pass. */
        static Asked of(String codeHash, Request request) {
            String blinded = Objects.requireNonNull(request.blinded());
            return new Asked(codeHash, Base64Url.decode(blinded).orElseThrow());
        }

        String blindedHash() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(blinded));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    private Redemption() {}

    /** What is wrong with the request of somebody who holds a slip, all of it; a code is never repeated. */
    static Optional<Problem> refusalOfSlip(Request request) {
        var faults = new ArrayList<Fault>();
        if (request.invitation() == null) {
            faults.add(new Fault("/invitation", "missing", "the sixteen letters and digits of a slip", null));
        } else if (InvitationCode.parse(request.invitation()) instanceof TypedCode.Mistake mistake) {
            faults.add(fault(mistake));
        }
        boolean mistyped = !faults.isEmpty();
        faults.addAll(faultsOfNumber(request));
        return refusal(mistyped ? ProblemType.INVITATION_UNKNOWN : ProblemType.INVALID_REQUEST, faults);
    }

    /** What is wrong with the request of somebody who signs in, all of it. */
    static Optional<Problem> refusalOfPerson(Request request) {
        var faults = new ArrayList<Fault>();
        if (request.instrument() == null) {
            faults.add(new Fault("/instrument", "missing", "the instrument that is answered", null));
        }
        faults.addAll(faultsOfNumber(request));
        return refusal(ProblemType.INVALID_REQUEST, faults);
    }

    private static Optional<Problem> refusal(ProblemType type, List<Fault> faults) {
        return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.of(type, faults));
    }

    private static List<Fault> faultsOfNumber(Request request) {
        if (request.blinded() == null) {
            return List.of(new Fault("/blinded", "missing", "the blinded token as base64url", null));
        }
        return Base64Url.decode(request.blinded()).isPresent()
                ? List.of()
                : List.of(new Fault("/blinded", "not-base64url", "base64url without padding", null));
    }

    private static Fault fault(TypedCode.Mistake mistake) {
        return new Fault("/invitation", mistake.reason(), expected(mistake), mistake.letter());
    }

    private static Object expected(TypedCode.Mistake mistake) {
        return switch (mistake.reason()) {
            case "unknown-letter" ->
                Map.of("letters", "0-9 and A-Z without I, L, O, U", "place", String.valueOf(mistake.place()));
            case "wrong-length" -> "sixteen letters and digits";
            default -> "the letters and digits exactly as on the slip: at least one is mistyped";
        };
    }

    /** Why this number is not signed for this invitation; empty where it is, now or once more. */
    static Optional<Problem> refusal(Invitation invitation, Asked asked, BlindSigner signer) {
        var fault = signer.fault(asked.blinded());
        if (fault.isPresent()) {
            return fault.map(Redemption::notSignable);
        }
        if (invitation.voided()) {
            return Optional.of(withdrawn());
        }
        String signed = invitation.blindedHash();
        return signed == null || signed.equals(asked.blindedHash()) ? Optional.empty() : Optional.of(used());
    }

    private static Problem notSignable(String reason) {
        return Problem.of(ProblemType.TICKET_INVALID)
                .with(List.of(new Fault(
                        "/blinded",
                        reason,
                        "a number from 1 to below the modulus of this unit’s key, in as many bytes",
                        null)));
    }

    static Problem used() {
        return Problem.of(ProblemType.INVITATION_USED)
                .with(List.of(new Fault(
                        "/invitation",
                        "already-used",
                        "the same blinded as the first time; if somebody else used the code, report it",
                        null)));
    }

    private static Problem withdrawn() {
        return unknown("voided", "an invitation that was not withdrawn");
    }

    /**
     * What is said of a code that was brought to another unit or round than its own: where it belongs, and nothing of what
     * became of it but that it was withdrawn.
     *
     * @param agency to which it was brought
     */
    static Problem misplaced(String agency, Elsewhere found) {
        if (found.voided()) {
            return withdrawn();
        }
        var place = found.place();
        return unknown(place.agency().equals(agency) ? "other-round" : "other-agency", place);
    }

    static Problem unknown(String reason, Object expected) {
        return Problem.of(ProblemType.INVITATION_UNKNOWN)
                .with(List.of(new Fault("/invitation", reason, expected, null)));
    }
}
