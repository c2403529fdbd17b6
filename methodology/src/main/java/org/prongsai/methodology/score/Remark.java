package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why something is missing or counts otherwise: {@code no-data, below-minimum, part-below-k, indicator-empty,
 * more-answers-than-people, not-all-marked, unfiled, marks-left-out, unverified}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remark(
        String instrument,
        @Nullable String part,
        String reason,
        @Nullable Long expected,
        @Nullable Long actual) {}
