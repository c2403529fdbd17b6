package org.prongsai.methodology.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.methodology.framework.Level;

/** What the levels look like in the file: best first, each of them possible, and one for every score. */
record LevelShape(List<String> languages) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    List<Level> read(Place place, Findings findings) {
        int before = findings.count();
        var levels = place.list("levels", 1, this::level);
        if (findings.count() == before && !levels.isEmpty()) check(levels, findings);
        return levels;
    }

    private Level level(Place place) {
        place.only("code", "title", "provenance", "totalMin", "everyInstrumentMin");
        return new Level(
                place.code("code", "level"),
                place.texts("title", languages),
                place.has("totalMin") ? place.decimal("totalMin", BigDecimal.ZERO, HUNDRED) : BigDecimal.ZERO,
                place.has("everyInstrumentMin") ? place.decimal("everyInstrumentMin", BigDecimal.ZERO, HUNDRED) : null,
                place.provenance());
    }

    private static void check(List<Level> levels, Findings findings) {
        for (int i = 1; i < levels.size(); i++) {
            var level = levels.get(i);
            var cover = IntStream.range(0, i).mapToObj(levels::get).filter(before -> before.covers(level));
            cover.findFirst()
                    .ifPresent(before -> findings.add(
                            "/levels/" + levels.indexOf(level),
                            "unreachable-level",
                            "a condition that " + before.code() + " does not include",
                            level.code()));
        }
        var last = levels.getLast();
        if (last.totalMin().signum() > 0 || last.everyInstrumentMin() != null)
            findings.add(
                    "/levels/" + (levels.size() - 1), "no-level-for-every-score", "a last level from 0", last.code());
    }
}
