package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.assessment.AnswerPlans;

/** A pool is counted without reading the others, whatever was in the tables when it was planned. */
class TurnoutPlanIT {

    static List<String> statements() {
        return List.of(TurnoutStore.COUNTS, TurnoutStore.TAKE);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void counts_by_pool_and_finds_what_is_replaced_by_token(String statement) throws SQLException, IOException {
        var scans = AnswerPlans.scans(statement, Map.of("round", "text", "day", "date", "taken", "timestamptz"));
        assertThat(scans)
                .filteredOn(scan -> "t".equals(scan.alias()))
                .isNotEmpty()
                .allMatch(AnswerPlans::byToken);
        assertThat(scans)
                .filteredOn(scan -> !"t".equals(scan.alias()))
                .hasSizeGreaterThan(3 * 16)
                .allMatch(AnswerPlans::byPool);
    }
}
