package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;

class ImportIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void a_synthetic_round_takes_a_file_after_its_windows_and_lets_all_of_it_go() {
        var office = synthetic("imm-import");
        var answer = submit(office, world.admin(), lines("imm-import", 0, 40));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(40);
        assertThat(answer.json().path("released").asInt()).isEqualTo(40);
        assertThat(office.released(40)).isNotEmpty();
        assertThat(office.rows("waiting")).isZero();
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var office = synthetic("imm-import-twice");
        submit(office, world.admin(), lines("imm-import-twice", 0, 12));
        var again = submit(office, world.admin(), lines("imm-import-twice", 0, 12));
        assertThat(again.json().path("accepted").asInt()).isZero();
        assertThat(again.json().path("repeated").asInt()).isEqualTo(12);
        assertThat(again.json().path("released").asInt()).isZero();
    }

    @Test
    void one_faulty_line_and_nothing_is_taken() {
        var office = synthetic("imm-import-faulty");
        var answer =
                submit(office, world.admin(), lines("imm-import-faulty", 0, 3) + "\n" + lines("imm-elsewhere", 3, 4));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-file");
        assertThat(answer.faults()).containsExactly("/lines/4 unknown-survey");
        assertThat(office.rows("true")).isZero();
    }

    @Test
    void a_real_round_takes_no_file_and_only_an_admin_may_send_one() {
        var real = Office.open("imm-import-real");
        assertThat(submit(real, world.admin(), lines("imm-import-real", 0, 1)).problem())
                .isEqualTo("conflict");
        var office = synthetic("imm-import-roles");
        assertThat(submit(office, world.token("coordinator", "imm-import-roles"), lines("imm-import-roles", 0, 1))
                        .status())
                .isEqualTo(403);
    }

    private static Office synthetic(String name) {
        return Office.open(name, Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-06-30T17:00:00Z"), true);
    }

    private Answer submit(Office office, String token, String lines) {
        return world.write(
                token,
                "POST",
                "/api/v1/rounds/" + office.round() + "/responses/imports",
                "application/x-ndjson",
                lines);
    }

    private static String lines(String agency, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> ImportFileTest.line(agency, "eit", agency.hashCode() + i))
                .collect(Collectors.joining("\n"));
    }
}
