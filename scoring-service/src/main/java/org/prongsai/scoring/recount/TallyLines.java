package org.prongsai.scoring.recount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Visibility;
import org.prongsai.scoring.tally.KeptTally;
import org.prongsai.scoring.tally.TallyKey;

/** Two tallies of one unit and part, line by line. */
final class TallyLines {
    private static final String SMALL = "small-group";

    private TallyLines() {}

    /** What is not the same; of few answers only that something is not. */
    static List<Difference> compare(TallyKey key, @Nullable KeptTally recounted, @Nullable KeptTally live) {
        var counted = lines(recounted);
        var kept = lines(live);
        var differences = new ArrayList<Difference>();
        var all = new TreeSet<>(counted.keySet());
        all.addAll(kept.keySet());
        all.stream()
                .filter(what -> !String.valueOf(counted.get(what)).equals(String.valueOf(kept.get(what))))
                .forEach(what -> differences.add(difference(key, what, counted.get(what), kept.get(what), null)));
        if (differences.isEmpty() || (many(recounted) && many(live))) return differences;
        return List.of(difference(key, "answers", null, null, SMALL));
    }

    private static boolean many(@Nullable KeptTally tally) {
        return tally == null || Visibility.of(tally.responses(), 1).showsOptions();
    }

    private static Difference difference(
            TallyKey key, String what, @Nullable String recounted, @Nullable String live, @Nullable String hidden) {
        return new Difference(key.round(), key.agency(), key.instrument(), key.part(), what, recounted, live, hidden);
    }

    private static Map<String, @Nullable String> lines(@Nullable KeptTally tally) {
        var lines = new LinkedHashMap<String, @Nullable String>();
        if (tally == null) return lines;
        lines.put("framework", tally.framework());
        lines.put("responses", Long.toString(tally.responses()));
        tally.body().lines().forEach(line -> lines.merge(name(line), value(line), (one, other) -> one + " " + other));
        return lines;
    }

    /** {@code count,e1,5} of {@code count,e1,5,12}; the questions of a pair of questions. */
    private static String name(String line) {
        return line.substring(0, end(line));
    }

    private static String value(String line) {
        return line.substring(Math.min(line.length(), end(line) + 1));
    }

    private static int end(String line) {
        if (!line.startsWith("pair,")) return Math.max(0, line.lastIndexOf(','));
        int comma = -1;
        for (int i = 0; i < 3 && (i == 0 || comma >= 0); i++) comma = line.indexOf(',', comma + 1);
        return comma < 0 ? line.length() : comma;
    }
}
