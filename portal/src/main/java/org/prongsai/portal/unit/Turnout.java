package org.prongsai.portal.unit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many have answered.
 *
 * @param asOf null before the first morning, and so are the responses
 * @param exact whether that is now
 */
public record Turnout(@Nullable OffsetDateTime asOf, boolean exact, List<Measured> instruments) {

    /** @param minimumReached as of now, however old the responses are */
    public record Measured(
            String code,
            @Nullable Integer population,
            int minimum,
            boolean minimumReached,
            @Nullable Integer responses) {

        /** Still lacking by what was counted; 0 where nothing was. */
        public int lacking() {
            return responses == null || minimumReached ? 0 : Math.max(0, minimum - responses);
        }
    }

    public Optional<Measured> of(String instrument) {
        return instruments.stream()
                .filter(each -> each.code().equals(instrument))
                .findFirst();
    }
}
