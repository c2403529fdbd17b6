package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.assessment.AnswerPlans;
import org.prongsai.assessment.Plans.Scan;

/** A release reads the pools it empties and no others, each once, whatever was in the tables when it was planned. */
class ReleasePlanIT {

    @ParameterizedTest
    @ValueSource(strings = {"withdraw", "count"})
    void finds_what_leaves_by_its_token(String step) throws SQLException, IOException {
        assertThat(scans("count".equals(step) ? ReleaseStore.COUNT : ReleaseStore.WITHDRAW))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(AnswerPlans::byToken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "waiting"})
    void counts_what_waits_by_its_pool(String question) throws SQLException, IOException {
        assertThat(scans("due".equals(question) ? ReleaseStore.DUE : ReleaseStore.WAITING))
                .hasSizeGreaterThanOrEqualTo(3 * ReleaseStore.LEAVES)
                .allMatch(AnswerPlans::byPool);
    }

    @Test
    void chooses_by_pool_and_finds_the_chosen_and_what_they_replace_by_token() throws SQLException, IOException {
        var scans = scans(ReleaseStore.LEAVING);
        assertThat(scans).extracting(Scan::alias).contains("w", "r", "o");
        assertThat(scans).filteredOn(scan -> "w".equals(scan.alias())).allMatch(AnswerPlans::byPool);
        assertThat(scans).filteredOn(scan -> !"w".equals(scan.alias())).allMatch(AnswerPlans::byToken);
    }

    private static List<Scan> scans(String statement) throws SQLException, IOException {
        return AnswerPlans.scans(statement, Map.of("pools", "int[]", "keepK", "boolean", "atMost", "int"));
    }
}
