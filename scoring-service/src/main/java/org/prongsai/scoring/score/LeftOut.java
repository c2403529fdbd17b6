package org.prongsai.scoring.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.InstrumentScore;
import org.prongsai.methodology.score.PartScore;

/** Why a unit has no total and is left out where units are summed up; of several reasons the first in this order. */
public enum LeftOut {
    /** Of some instrument nothing is known at all. */
    NO_DATA("no-data"),
    /** Every part of some survey was answered by too few to count. */
    SMALL_GROUP("part-below-k"),
    /** Fewer answered than the minimum, and the framework then gives no score. */
    INSUFFICIENT("below-minimum"),
    NOT_ALL_MARKED("not-all-marked"),
    /** Nobody gave any question of some indicator an answer with a value. */
    INDICATOR_EMPTY("indicator-empty");

    private final String remark;

    LeftOut(String remark) {
        this.remark = remark;
    }

    /** Null for a unit with a total. */
    static @Nullable String of(Score score) {
        if (score.total() != null) return null;
        var missing = score.instruments().stream()
                .filter(each -> each.score() == null)
                .toList();
        return Arrays.stream(values())
                .filter(each -> missing.stream().anyMatch(instrument -> each.explains(instrument, score)))
                .findFirst()
                .map(LeftOut::code)
                .orElse(null);
    }

    private boolean explains(InstrumentScore instrument, Score score) {
        if (this == SMALL_GROUP && instrument.parts().stream().anyMatch(PartScore::counted)) return false;
        return score.remarks().stream()
                .anyMatch(each -> each.instrument().equals(instrument.code())
                        && each.reason().equals(remark));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(LeftOut::code).toList();
    }
}
