package org.prongsai.assessment.turnout;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turnout of some units, all as of the same instant, as in {@link Turnout}. */
record TurnoutList(@Nullable OffsetDateTime asOf, boolean exact, List<TurnoutRow> rows) {}
