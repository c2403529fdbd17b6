package org.prongsai.scoring.score;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.methodology.score.Adequacy;

/** What others are told when a score becomes another one, and when there is nothing to tell. */
final class Change {
    private Change() {}

    static Optional<ScoreChanged> of(@Nullable Score before, @Nullable Score after) {
        var known = after == null ? before : after;
        if (known == null || (empty(before) && empty(after))) return Optional.empty();
        var told = after == null ? nothing(known) : told(after);
        return before != null && told.equals(told(before)) ? Optional.empty() : Optional.of(told);
    }

    private static boolean empty(@Nullable Score score) {
        return score == null || score.empty();
    }

    private static ScoreChanged told(Score score) {
        var total = score.total();
        var level = score.level();
        var scores = new LinkedHashMap<String, @Nullable BigDecimal>();
        score.instruments().forEach(each -> scores.put(each.code(), each.score()));
        return new ScoreChanged(
                score.round(),
                score.agency(),
                score.framework(),
                score.adequacy().code(),
                total == null ? null : total.score(),
                level == null ? null : level.code(),
                scores,
                score.synthetic(),
                score.rehearsal());
    }

    /** The unit takes no part any more. */
    private static ScoreChanged nothing(Score before) {
        Map<String, @Nullable BigDecimal> scores = new LinkedHashMap<>();
        before.instruments().forEach(each -> scores.put(each.code(), null));
        return new ScoreChanged(
                before.round(),
                before.agency(),
                before.framework(),
                Adequacy.NO_DATA.code(),
                null,
                null,
                scores,
                before.synthetic(),
                before.rehearsal());
    }
}
