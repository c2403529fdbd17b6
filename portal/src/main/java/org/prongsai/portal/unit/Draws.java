package org.prongsai.portal.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn for a unit.
 *
 * @param drawnBy who gives out the invitations for staff: {@code unit} or {@code above}
 * @param tag to be sent with a draw, so that nothing is drawn that was not seen
 */
public record Draws(
        String drawnBy, List<Draw> draws, @Nullable String tag) {

    /**
     * @param channel {@code slips}, {@code message}, {@code sign-in} or {@code visits}
     * @param voided of its invitations, those that were withdrawn unused
     * @param waiting of its letters, those that no mail server has taken yet
     * @param undelivered of its letters, those that were given up
     */
    public record Draw(
            long draw,
            String instrument,
            String channel,
            String drawnBy,
            int count,
            LocalDate day,
            int voided,
            int waiting,
            int undelivered) {

        private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

        /** When its day begins. */
        public Instant begin() {
            return day.atStartOfDay(BANGKOK).toInstant();
        }
    }

    Draws tagged(String other) {
        return new Draws(drawnBy, draws, other);
    }

    /** Those of this instrument, the latest first. */
    public List<Draw> of(String instrument) {
        return draws.stream()
                .filter(each -> each.instrument().equals(instrument))
                .toList()
                .reversed();
    }

    /** Invitations of this instrument that are out and were not withdrawn. */
    public int out(String instrument) {
        return of(instrument).stream()
                .mapToInt(each -> each.count() - each.voided())
                .sum();
    }
}
