package org.prongsai.assessment.challenge;

import java.util.List;
import java.util.stream.Stream;
import org.prongsai.assessment.traffic.Pressure;
import org.prongsai.web.Fault;

/**
 * How an answer comes in.
 *
 * @param faults of what was sent to vouch for it, so that its sender gets another one
 */
public record Passage(Way way, List<Fault> faults) {

    /** Nothing more is needed than the answer. */
    public static final Passage FREE = new Passage(Way.FREE, List.of());

    private static final String POINTER = "/proof";
    private static final String EXPECTED =
            "a puzzle of this survey and unit, solved, not over, and not used before; or leave it away";

    /** What lets an answer into its part, if anything does. */
    public enum Way {
        FREE,
        BY_CODE,
        BY_PROOF,
        /** Nothing does: it is taken all the same, into the unverified part. */
        UNVERIFIED
    }

    /** How many come to the unit, and of them by its code. */
    record Traffic(Pressure all, Pressure byCode) {}

    /** While nobody attacks, an answer needs nothing; otherwise what vouches for it decides. */
    static Passage of(Traffic traffic, boolean code, boolean proof) {
        if (traffic.all().calm()) {
            return FREE;
        }
        if (code && traffic.byCode().calm()) {
            return new Passage(Way.BY_CODE, List.of());
        }
        return new Passage(proof ? Way.BY_PROOF : Way.UNVERIFIED, List.of());
    }

    /** @param reasons why the proof is worth nothing */
    static Passage refused(List<Fault> ofCode, List<String> reasons) {
        var ofProof = reasons.stream().map(reason -> new Fault(POINTER, reason, EXPECTED, null));
        return new Passage(
                Way.UNVERIFIED, Stream.concat(ofCode.stream(), ofProof).toList());
    }

    public boolean unverified() {
        return way == Way.UNVERIFIED;
    }
}
