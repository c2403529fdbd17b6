package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Plans;

/** A code is found by its hash, whether its statement was planned before there were any or afterwards; none is ever deleted. */
class CodePlanIT {

    private static final String FILL = """
            insert into issuing_key (round, agency, instrument, sealed)
            select 'r', 'u' || n, 'iit', '' from generate_series(1, 400) n;
            insert into invitation (key, code_hash, draw)
            select key, decode(md5(key || '-' || n), 'hex'), 1 from issuing_key, generate_series(1, 100) n""";

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        "claims",
                        InvitationStore.CLAIM,
                        Map.of("numbers", "int[]", "keys", "bigint[]", "open", "boolean[]")),
                Arguments.of("finds", InvitationStore.FIND, Map.of("keys", "bigint[]", "hash", "text")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void enters_each_index_by_the_code(String does, String statement, Map<String, String> types)
            throws SQLException, IOException {
        assertThat(new Plans(AssessmentWorld.get(), "tickets", "invitation", FILL).scans(statement, types))
                .filteredOn(scan -> !"emptied".equals(scan.state()))
                .hasSizeGreaterThanOrEqualTo(2 * InvitationStore.LEAVES)
                .allMatch(
                        scan -> scan.entry().contains("(key = ") && scan.entry().contains("(code_hash = "));
    }

    @Test
    void looks_for_a_code_of_others_by_the_code_alone() throws SQLException, IOException {
        var types = Map.of("hash", "text", "round", "text", "agency", "text");
        assertThat(new Plans(AssessmentWorld.get(), "tickets", "invitation", FILL)
                        .scans(InvitationStore.ELSEWHERE, types))
                .filteredOn(scan -> !"emptied".equals(scan.state()))
                .hasSizeGreaterThanOrEqualTo(2 * InvitationStore.LEAVES)
                .allMatch(scan ->
                        scan.entry().contains("(code_hash = ") && scan.index().endsWith("_code_hash_key_idx"));
    }
}
