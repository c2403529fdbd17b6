package org.prongsai.scoring.recount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who recounts typed.
 *
 * @param round the only one, or null for all
 * @param json for programs, a line each round and one for all
 */
record RecountWish(@Nullable String round, boolean json, boolean help) {

    static final String USAGE = """
            Usage: recount [--round R] [--json]

            Counts every answer again from the log's first record, with the code that counts them in the service, and
            holds against it whatever is kept: tallies, scores, marks, and what they rest on. Answers may keep coming;
            what the log held at the beginning must be in the scores at the end. It changes nothing.

              --round R   only this round                                (default all)
              --json      a line of JSON for each round, the last one for all

            Exit code: 0 equal, 1 something differs, is missing or is not in the scores yet, 2 could not run.
            """;

    /** @throws IllegalArgumentException that says what was not understood */
    static RecountWish of(List<String> typed) {
        String round = null;
        boolean json = false;
        for (var words = typed.iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "--help", "-h" -> {
                    return new RecountWish(null, false, true);
                }
                case "--json" -> json = true;
                case "--round" -> {
                    if (!words.hasNext())
                        throw new IllegalArgumentException("--round needs the name of a round behind it.");
                    round = words.next();
                }
                default -> throw new IllegalArgumentException("'%s' is not an option of recount.".formatted(word));
            }
        }
        return new RecountWish(round, json, false);
    }
}
