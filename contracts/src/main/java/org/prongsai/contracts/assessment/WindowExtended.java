package org.prongsai.contracts.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Windows of a round moved, together and once.
 *
 * @param state the whole round as it is now
 * @param moved what is different from before
 */
public record WindowExtended(RoundState state, List<Moved> moved) implements RoundEvent {

    /**
     * A window that moved, or went before it opened.
     *
     * @param agency the subtree it holds for, or null for the whole round
     * @param to its end, the first instant that is out; null where this step has no window of its own any more
     */
    public record Moved(
            String step, @Nullable String agency, @Nullable Instant to, String reason) {}
}
