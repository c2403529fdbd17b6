package org.prongsai.assessment.turnout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit's turnout in a list.
 *
 * @param joint units that are assessed as part of this one
 */
record TurnoutRow(String agency, Map<String, String> name, List<String> joint, List<Progress> instruments) {

    /** As {@link Turnout.Measured}, with the share of the minimum in the place of the parts. */
    record Progress(
            String code,
            @Nullable Integer population,
            int minimum,
            boolean minimumReached,
            @Nullable Integer responses,
            @Nullable BigDecimal share) {

        static Progress of(Turnout.Measured whole) {
            return new Progress(
                    whole.code(),
                    whole.population(),
                    whole.minimum(),
                    whole.minimumReached(),
                    whole.responses(),
                    whole.share());
        }
    }

    /** Whether every instrument that is shown has its minimum. */
    boolean reached() {
        return instruments.stream().allMatch(Progress::minimumReached);
    }
}
