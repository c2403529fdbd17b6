package org.prongsai.contracts.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The current score of a unit in a round.
 *
 * @param adequacy {@code sufficient}, {@code insufficient} or {@code no-data}
 * @param total 0–100 of scale 2, null while an instrument is without data
 * @param level level code of the framework, null with the total
 * @param instruments score by instrument code, the value null where it has none
 * @param synthetic whether the round's data are made up; absent is false
 * @param rehearsal whether everybody only practises, so that the score never counts; absent is false
 */
public record ScoreChanged(
        String round,
        String agency,
        String framework,
        String adequacy,
        @Nullable BigDecimal total,
        @Nullable String level,
        Map<String, @Nullable BigDecimal> instruments,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean synthetic,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean rehearsal)
        implements ScoringEvent {
    @Override
    public String subject() {
        return round + "/" + agency;
    }
}
