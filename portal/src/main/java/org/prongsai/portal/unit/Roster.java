package org.prongsai.portal.unit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of a round side by side, as far as the visitor's agencies reach.
 *
 * @param next where the list goes on, null at its end
 */
public record Roster(
        @Nullable OffsetDateTime asOf,
        boolean exact,
        List<Row> items,
        @Nullable String next) {

    /** @param joint units that are assessed as part of this one */
    public record Row(String agency, Map<String, String> name, List<String> joint, List<Turnout.Measured> instruments) {

        /** A register tells names only. */
        @SuppressWarnings("NullAway") // a field that is absent arrives as null
        public Row {
            joint = joint == null ? List.of() : joint;
            instruments = instruments == null ? List.of() : instruments;
        }
    }

    /**
     * Which stretch of it.
     *
     * @param q words of a name
     * @param sort {@code agency}, {@code iit} or {@code eit}, with a minus before it turned round
     * @param cursor where an earlier stretch ended
     */
    public record Asked(String q, String sort, String cursor, int limit) {}
}
