package org.prongsai.seeds;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The levels of a year and the least total of each: letters until fiscal year 2565, words from 2566 on. */
record Scale(Map<String, BigDecimal> least) {

    static Scale of(int fiscalYear) {
        return fiscalYear < 2566
                ? scale("aa", 95, "a", 85, "b", 75, "c", 65, "d", 55, "e", 50, "f", 0)
                : scale(
                        "excellent-pass",
                        95,
                        "good-pass",
                        85,
                        "pass",
                        85,
                        "must-improve",
                        70,
                        "must-improve-urgently",
                        0);
    }

    private static Scale scale(Object... pairs) {
        var least = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < pairs.length; i += 2)
            least.put((String) pairs[i], BigDecimal.valueOf((Integer) pairs[i + 1]));
        return new Scale(least);
    }

    Set<String> codes() {
        return least.keySet();
    }

    /** Whether a total may have this level, and none of those that ask for more and for nothing else but the total. */
    boolean fits(String level, BigDecimal total) {
        BigDecimal from = least.get(level);
        if (from == null || total.compareTo(from) < 0) return false;
        return level.endsWith("pass")
                || least.values().stream().noneMatch(other -> other.compareTo(from) > 0 && other.compareTo(total) <= 0);
    }
}
