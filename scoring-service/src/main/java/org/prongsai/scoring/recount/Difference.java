package org.prongsai.scoring.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place where what is kept is not what the log says.
 *
 * @param agency empty for the round itself and its framework
 * @param instrument null where it is not about answers
 * @param part likewise
 * @param what for example {@code count,e1,5}, {@code mark o1} or {@code score: level}
 * @param recounted from the log; null where the log has nothing, or where {@code hidden}
 * @param live as it is kept; null where nothing is kept, or where {@code hidden}
 * @param hidden why no figures are shown though there are: {@code small-group}, or {@code never-shown} for sums of pairs
 */
record Difference(
        String round,
        String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instrument,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String part,
        String what,
        @Nullable String recounted,
        @Nullable String live,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hidden) {}
