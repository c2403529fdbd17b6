package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Plans;

/** A release reads the pools it empties and no others, however its statements were planned. */
class ReleasePlanIT {

    @Test
    void enters_each_index_by_the_token_where_it_has_one() throws SQLException {
        assertThat(entries(ReleaseStore.WITHDRAW)).isNotEmpty().allMatch(entry -> byToken(entry));
        assertThat(entries(ReleaseStore.COUNT))
                .hasSizeGreaterThanOrEqualTo(ReleaseStore.LEAVES)
                .allMatch(entry -> byToken(entry));
    }

    @Test
    void enters_each_index_by_pool_or_token_where_it_chooses() throws SQLException {
        assertThat(entries(ReleaseStore.LEAVING))
                .hasSizeGreaterThan(2 * ReleaseStore.LEAVES)
                .allMatch(entry -> byToken(entry) || entry.startsWith("(pool = "));
    }

    private static boolean byToken(String entry) {
        return entry.matches("\\(+token_hash .*");
    }

    private static List<String> entries(String statement) throws SQLException {
        return Plans.entries(
                AssessmentWorld.get(),
                "responses",
                "response_",
                statement,
                Map.of("pools", "int[]", "keepK", "boolean"));
    }
}
