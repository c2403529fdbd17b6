package org.prongsai.scoring.board;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Grade;

/**
 * A unit's score in a list.
 *
 * @param joint units that are assessed as part of this one
 */
public record ListedScore(
        String agency,
        Map<String, String> name,
        String type,
        List<String> joint,
        String adequacy,
        @Nullable Estimate total,
        @Nullable Grade level,
        List<Instrument> instruments) {

    /** An instrument's score; null where there is none. */
    public record Instrument(String code, @Nullable BigDecimal score) {}
}
