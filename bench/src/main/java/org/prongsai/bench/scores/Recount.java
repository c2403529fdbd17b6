package org.prongsai.bench.scores;

import java.util.List;
import org.prongsai.bench.report.Figure;
import tools.jackson.databind.JsonNode;

/**
 * What a recount said of itself, and what it took.
 *
 * @param answers of its log that were added or taken back, whichever round they are of
 * @param scores that were compared, of all rounds
 * @param seconds of all of it
 * @param reading of those, the seconds in which the log was read and counted
 * @param kibibytes resident at the most
 */
record Recount(long answers, long scores, double seconds, double reading, boolean equal, long kibibytes) {

    private static final double RATE = 200_000;
    private static final double MEBIBYTES = 512;
    private static final double KIBI = 1024;
    private static final double LEAST = 0.001;

    /** @param last line of what it printed */
    static Recount of(JsonNode last, long kibibytes) {
        return new Recount(
                last.path("responses").asLong() + last.path("withdrawn").asLong(),
                last.path("scores").asLong(),
                last.path("seconds").asDouble(),
                last.path("reading").asDouble(),
                last.path("equal").asBoolean(),
                kibibytes);
    }

    /** How many answers a second, from its first step to its last. */
    double rate() {
        return answers / Math.max(seconds, LEAST);
    }

    /**
     * How many answers a second while the log was read and every tally counted. What follows, the comparison and each score
     * made anew, takes as long as there are units, however many answered.
     */
    private double counting() {
        return answers / Math.max(reading, LEAST);
    }

    /** Of one that found everything cold: the broker has sent nothing from its beginning yet. */
    Figure first() {
        return Figure.of("answers counted into tallies by the first recount", counting(), "/s");
    }

    List<Figure> figures() {
        return List.of(
                Figure.of("answers counted into tallies, from the log's first record", counting(), "/s")
                        .atLeast(RATE),
                Figure.of("answers over the whole recount, every score made anew", rate(), "/s"),
                Figure.of("answers in the log", (double) answers, ""),
                Figure.of("the recount from its first step to its last", seconds, "s"),
                Figure.of("resident at the most during the recount", kibibytes / KIBI, "MiB")
                        .below(Math.nextUp(MEBIBYTES)),
                Figure.of("recount and scores equal (1 is yes)", equal ? 1 : 0, "")
                        .atLeast(1));
    }
}
