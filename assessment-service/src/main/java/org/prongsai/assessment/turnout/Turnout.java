package org.prongsai.assessment.turnout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many have answered in a unit.
 *
 * @param asOf when the responses were counted; null before the first morning, and so are they
 * @param exact whether that is now
 */
record Turnout(@Nullable OffsetDateTime asOf, boolean exact, List<Measured> instruments) {

    /**
     * All parts of an instrument together.
     *
     * @param population how many could answer; null where none is registered, and then the minimum is the rule's floor
     * @param minimumReached as of now, however old the responses are
     */
    record Measured(
            String code,
            @Nullable Integer population,
            int minimum,
            boolean minimumReached,
            @Nullable Integer responses,
            List<MeasuredPart> parts) {

        private static final int PLACES = 4;

        /** Of the minimum, rounded down so that 1 is reached and nothing less; null where nothing is known or asked. */
        @Nullable
        BigDecimal share() {
            if (responses == null || minimum == 0) return null;
            return BigDecimal.valueOf(responses).divide(BigDecimal.valueOf(minimum), PLACES, RoundingMode.DOWN);
        }
    }

    /** One way of collecting an instrument's answers. */
    record MeasuredPart(String code, @Nullable Integer responses) {}
}
