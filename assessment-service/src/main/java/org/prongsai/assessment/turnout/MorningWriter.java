package org.prongsai.assessment.turnout;

import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** What else is counted in the morning, after the answers were: so never fewer invitations seem redeemed than used. */
public interface MorningWriter {

    /** Counts for this day, unless that was done; how many rows it were. */
    Mono<Long> take(LocalDate day, Instant now);
}
