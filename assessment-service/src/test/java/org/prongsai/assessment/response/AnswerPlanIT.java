package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Plans;

/**
 * An answer is found by its token alone, however its statement was planned: on an empty database, where all ways cost the
 * same, one that goes through a whole pool would be kept while the pool fills.
 */
class AnswerPlanIT {

    private static final Map<String, String> TYPES = Map.of(
            "pools",
            "int[]",
            "suffix",
            "text",
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
                Arguments.of("admits", ResponseStore.ADMIT, Map.of("suffix", "text")),
                Arguments.of("admits aside", AsideStore.ADMIT, Map.of("suffix", "text")),
                Arguments.of("leaves what waits beside", ResponseStore.LEAVE, Map.of("pools", "int[]")),
                Arguments.of("imports", ImportWriter.TAKE, Map.of("round", "text", "instrument", "text")),
                Arguments.of("asks what is held", ResponseStore.HOLDS, TYPES),
                Arguments.of("asks by receipt", ResponseStore.RECEIPT, Map.of("receipt", "bytea")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void enters_each_index_by_the_token(String does, String statement, Map<String, String> types) throws SQLException {
        assertThat(Plans.entries(AssessmentWorld.get(), "responses", "response_", statement, types))
                .hasSizeGreaterThanOrEqualTo(16)
                .allMatch(entry -> entry.matches("\\(+token_hash .*"));
    }
}
