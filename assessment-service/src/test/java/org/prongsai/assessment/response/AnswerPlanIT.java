package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.assessment.AnswerPlans;

/** An answer is found by its token, whatever was in the tables when its statement was planned. */
class AnswerPlanIT {

    private static final Map<String, String> HOLDS = Map.of(
            "round",
            "text",
            "agency",
            "text",
            "instrument",
            "text",
            "part",
            "text",
            "beside",
            "text",
            "token",
            "text",
            "answers",
            "text");

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("admits", ResponseStore.ADMIT, 17, Map.of("suffix", "text")),
                Arguments.of("admits aside", AsideStore.ADMIT, 17, Map.of("suffix", "text")),
                Arguments.of("leaves what waits beside", ResponseStore.LEAVE, 16, Map.of("pools", "int[]")),
                Arguments.of("imports", ImportWriter.TAKE, 17, Map.of("round", "text", "instrument", "text")),
                Arguments.of("asks what is held", ResponseStore.HOLDS, 17, HOLDS),
                Arguments.of("asks by receipt", ResponseStore.RECEIPT, 17, Map.of("receipt", "bytea")));
    }

    /** @param tables that a statement must look into: the sixteen leaves of those that wait, and those that are counted */
    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void enters_each_index_by_the_token(String does, String statement, int tables, Map<String, String> types)
            throws SQLException, IOException {
        assertThat(AnswerPlans.scans(statement, types))
                .hasSizeGreaterThanOrEqualTo(3 * tables)
                .allMatch(AnswerPlans::byToken);
    }
}
