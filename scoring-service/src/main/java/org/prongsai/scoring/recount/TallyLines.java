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
    private static final String PAIR = "pair,";
    private static final String NEVER_SHOWN = "never-shown";

    private TallyLines() {}

    /**
     * What is not the same; of few answers only that something is not, and of sums of pairs only which.
     *
     * @param few whether any part of the unit's survey has too few answers for figures: those of another part, less what
     *     is shown of all, would be theirs
     */
    static List<Difference> compare(
            TallyKey key, @Nullable KeptTally recounted, @Nullable KeptTally live, boolean few) {
        var counted = lines(recounted);
        var kept = lines(live);
        var differences = new ArrayList<Difference>();
        var all = new TreeSet<>(counted.keySet());
        all.addAll(kept.keySet());
        all.stream()
                .filter(what -> !String.valueOf(counted.get(what)).equals(String.valueOf(kept.get(what))))
                .forEach(what -> differences.add(difference(key, what, counted.get(what), kept.get(what))));
        if (differences.isEmpty() || !(few || few(live))) return differences;
        return List.of(hidden(key, "answers", SMALL));
    }

    private static boolean few(@Nullable KeptTally tally) {
        return tally != null && few(tally.responses());
    }

    /** Too few for figures of single answers to be shown. */
    static boolean few(long responses) {
        return responses > 0 && !Visibility.of(responses, 1).showsOptions();
    }

    private static Difference difference(TallyKey key, String what, @Nullable String recounted, @Nullable String live) {
        return what.startsWith(PAIR)
                ? hidden(key, what, NEVER_SHOWN)
                : new Difference(key.round(), key.agency(), key.instrument(), key.part(), what, recounted, live, null);
    }

    private static Difference hidden(TallyKey key, String what, String why) {
        return new Difference(key.round(), key.agency(), key.instrument(), key.part(), what, null, null, why);
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
        if (!line.contains(",")) return line.length();
        if (!line.startsWith(PAIR)) return line.lastIndexOf(',');
        int comma = -1;
        for (int i = 0; i < 3 && (i == 0 || comma >= 0); i++) comma = line.indexOf(',', comma + 1);
        return comma < 0 ? line.length() : comma;
    }
}
