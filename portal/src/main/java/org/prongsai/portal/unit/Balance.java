package org.prongsai.portal.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What became of the invitations of a unit, by mornings. */
public record Balance(List<Line> instruments) {

    public record Line(String code, List<Day> days) {}

    /** Never more are used than redeemed, nor more redeemed than issued. */
    public record Day(LocalDate day, int issued, int redeemed, int used) {

        private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

        /** When its day begins. */
        public Instant begin() {
            return day.atStartOfDay(BANGKOK).toInstant();
        }
    }

    /** The last morning on which a number of this instrument changed. */
    public Optional<Day> latest(String instrument) {
        return instruments.stream()
                .filter(each -> each.code().equals(instrument) && !each.days().isEmpty())
                .map(each -> each.days().getLast())
                .findFirst();
    }
}
