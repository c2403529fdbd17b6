package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Plans;

/** A pool is counted without reading the others, however its statement was planned. */
class TurnoutPlanIT {

    static List<String> statements() {
        return List.of(TurnoutStore.COUNTS, TurnoutStore.TAKE);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void enters_each_index_by_pool_or_token(String statement) throws SQLException {
        var types = Map.of("round", "text", "day", "date", "taken", "timestamptz");
        assertThat(Plans.entries(AssessmentWorld.get(), "responses", "response_", statement, types))
                .hasSizeGreaterThan(16)
                .allMatch(entry -> entry.matches("\\(+token_hash .*") || entry.startsWith("(pool = "));
    }
}
