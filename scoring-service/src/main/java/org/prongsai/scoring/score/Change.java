package org.prongsai.scoring.score;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        var told = after == null ? nothing(told(known)) : told(after);
        return before != null && told.equals(told(before)) ? Optional.empty() : Optional.of(told);
    }

    /**
     * What others are told again, whatever they know.
     *
     * @param last what they were told last; null for nothing
     */
    static Optional<ScoreChanged> again(@Nullable ScoreChanged last, @Nullable Score now) {
        if (now != null && !now.empty()) return Optional.of(told(now));
        if (last == null || saysNothing(last)) return Optional.empty();
        return Optional.of(now == null ? nothing(last) : told(now));
    }

    private static boolean saysNothing(ScoreChanged told) {
        return told.total() == null
                && told.instruments().values().stream().allMatch(Objects::isNull)
                && told.adequacy().equals(Adequacy.NO_DATA.code());
    }

    /** As if others knew of no score, or did not know which. */
    static Optional<ScoreChanged> anew(@Nullable Score after) {
        return Optional.ofNullable(after).map(Change::told);
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
    private static ScoreChanged nothing(ScoreChanged before) {
        Map<String, @Nullable BigDecimal> scores = new LinkedHashMap<>();
        before.instruments().keySet().forEach(code -> scores.put(code, null));
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
