package org.prongsai.scoring.board;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Grade;
import org.prongsai.scoring.score.ShownIndicator;
import org.prongsai.scoring.subtree.Place;

/**
 * A unit's score in a list.
 *
 * @param joint units that are assessed as part of this one
 * @param leftOut why it has no total: {@code no-data, small-group, insufficient, not-all-marked, indicator-empty}
 * @param rank among the units of the subtree that have a total, whatever the filters; null without a total, and where the
 *     total's {@code spread} is {@code hidden, none} or {@code unknown}: it then says why
 */
public record ListedScore(
        String agency,
        Map<String, String> name,
        String type,
        List<String> joint,
        String adequacy,
        @Nullable Estimate total,
        @Nullable Grade level,
        @Nullable String leftOut,
        @Nullable Place rank,
        List<Instrument> instruments,
        List<ShownIndicator> indicators) {

    /** An instrument's score; null where there is none. */
    public record Instrument(String code, @Nullable BigDecimal score) {}
}
