package org.prongsai.assessment.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;

/** Why a line of a file cannot be taken: which rule its value breaks, and what would have been right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rejection(
        long line,
        String column,
        String reason,
        @Nullable Object expected,
        @Nullable Object actual) {
    static final Comparator<Rejection> BY_LINE = Comparator.comparingLong(Rejection::line);

    Fault fault() {
        return new Fault("/lines/" + line + "/" + column, reason, expected, actual);
    }
}
