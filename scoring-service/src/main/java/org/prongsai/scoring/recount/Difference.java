package org.prongsai.scoring.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place where what is kept is not what the log says.
 *
 * @param instrument null for a score
 * @param part null for a score
 * @param what for example {@code count,e1,5}
 * @param recounted from the log; null where the log has nothing, or where {@code hidden}
 * @param live as it is kept; null where nothing is kept, or where {@code hidden}
 * @param hidden why no figures are shown though there are: {@code small-group}
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
