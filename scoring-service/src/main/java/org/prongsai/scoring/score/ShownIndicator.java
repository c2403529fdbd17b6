package org.prongsai.scoring.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as people see it.
 *
 * @param hidden why the score is kept back though there is one: {@code small-group}; absent otherwise
 */
public record ShownIndicator(
        String code,
        String instrument,
        @Nullable BigDecimal score,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hidden) {}
