package org.prongsai.contracts.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window got a later end.
 *
 * @param agency the subtree it holds for, or null for the whole round
 * @param state the whole round, the extension included
 */
public record WindowExtended(
        RoundState state, String step, @Nullable String agency, Instant to, String reason) implements AssessmentEvent {
    @Override
    public String subject() {
        return state.round();
    }
}
