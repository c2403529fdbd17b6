package org.prongsai.assessment.report;

import reactor.core.publisher.Mono;

/** Who may report: asked of the issuer, which alone knows its codes. */
public interface HolderReader {

    /**
     * A keyed hash of the holder of this code, in hex, which is not that of the invitation; empty where the code was not
     * redeemed at this unit, or is none.
     */
    Mono<String> redeemed(String round, String agency, String code);

    /** A keyed hash of the holder of this token, in hex. */
    String ofToken(String token);
}
