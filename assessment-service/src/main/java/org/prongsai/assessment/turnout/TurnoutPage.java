package org.prongsai.assessment.turnout;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stretch of a list of turnouts, and the way to the next. */
record TurnoutPage(
        @Nullable OffsetDateTime asOf,
        boolean exact,
        List<TurnoutRow> items,
        @Nullable String next) {}
