package org.prongsai.assessment.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.assessment.traffic.TrafficReader;
import org.prongsai.methodology.calendar.Dates;

/** What is counted apart of answers: when it is written, what of it is seen, and by whom. */
class ReceptionIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final ReceptionJob job = world.context().getBean(ReceptionJob.class);

    @Test
    void days_languages_and_capacities_are_counted_apart_and_small_numbers_stand_together() {
        var today = today();
        var office = Office.open("imm-reception-" + today);
        for (int visitor = 0; visitor < 12; visitor++) submit(office, visitor, 0, "th", "self");
        for (int visitor = 12; visitor < 18; visitor++) submit(office, visitor, 0, "en", "agent");
        submit(office, 18, 0, "th", "for-someone");
        assertThat(read(office).json().path("parts")).isEmpty();
        job.write();
        var part = read(office).json().at("/parts/0");
        if (!today().equals(today)) {
            days_languages_and_capacities_are_counted_apart_and_small_numbers_stand_together();
            return;
        }
        assertThat(part.toString())
                .isEqualTo(("{\"instrument\":\"eit\",\"part\":\"1\",\"answers\":19,"
                                + "\"days\":[{\"value\":\"%s\",\"answers\":19}],"
                                + "\"languages\":[{\"value\":\"th\",\"answers\":13},{\"value\":\"en\",\"answers\":6}],"
                                + "\"capacities\":[{\"value\":\"self\",\"answers\":12},{\"value\":\"other\",\"answers\":7}]}")
                        .formatted(today));
    }

    @Test
    void each_token_is_counted_once_whatever_it_sends_and_whatever_has_left() {
        var office = Office.open("imm-counted-once");
        for (int visitor = 0; visitor < 30; visitor++) submit(office, visitor, 0, "th", "self");
        for (int visitor = 0; visitor < 30; visitor++) submit(office, visitor, 0, "en", "agent");
        AssessmentWorld.eventually("most have left", () -> office.rows("not waiting") >= 20);
        for (int visitor = 0; visitor < 30; visitor++) submit(office, visitor, 1, "en", "agent");
        job.write();
        var part = read(office).json().at("/parts/0");
        assertThat(part.path("answers").asInt()).isEqualTo(30);
        assertThat(part.path("languages").toString()).isEqualTo("[{\"value\":\"th\",\"answers\":30}]");
        assertThat(part.path("capacities").toString()).isEqualTo("[{\"value\":\"self\",\"answers\":30}]");
    }

    @Test
    void numbers_of_fewer_than_k_answers_wait_until_the_service_ends() {
        var office = Office.open("imm-few");
        for (int visitor = 0; visitor < 4; visitor++) submit(office, visitor, 0, "th", "self");
        job.write();
        assertThat(rows(office)).isZero();
        job.write(true);
        assertThat(rows(office)).isEqualTo(3);
        assertThat(read(office).json().at("/parts/0").toString())
                .isEqualTo(
                        "{\"instrument\":\"eit\",\"part\":\"1\",\"answers\":null,\"days\":[],\"languages\":[],\"capacities\":[]}");
    }

    @Test
    void the_unverified_part_is_counted_by_itself_and_staff_are_not_counted_by_anything() {
        var staff = Staff.of("imm-apart", 9);
        var office = staff.office();
        var traffic = world.context().getBean(TrafficReader.class);
        for (int n = 0; n < AssessmentWorld.CALM; n++) traffic.came(new Unit(office.round(), office.agency()), false);
        for (int visitor = 0; visitor < 6; visitor++) submit(office, visitor, 0, "en", "agent");
        staff.answer(staff.ticket(staff.codes(1).getFirst()), 0);
        job.write(true);
        var parts = read(office).json().path("parts");
        assertThat(parts).hasSize(1);
        assertThat(parts.path(0).path("part").asString()).isEqualTo("1-unverified");
        assertThat(parts.path(0).path("answers").asInt()).isEqualTo(6);
    }

    @Test
    void who_was_asked_by_an_assessor_is_counted_apart_too() {
        var staff = Staff.of("imm-asked", 9);
        staff.draw(world.token("assessor"), "{\"instrument\":\"eit\",\"count\":6}")
                .json()
                .path("codes")
                .forEach(code -> {
                    var ticket = staff.ticket("eit", code.asString());
                    staff.answer("eit", "2", ticket.token(), ticket.signature(), Given.answers("eit"));
                });
        job.write();
        var part = read(staff.office()).json().at("/parts/0");
        assertThat(part.path("part").asString()).isEqualTo("2");
        assertThat(part.path("languages").toString()).isEqualTo("[{\"value\":\"th\",\"answers\":6}]");
        assertThat(part.path("capacities").toString()).isEqualTo("[{\"value\":\"unsaid\",\"answers\":6}]");
    }

    @Test
    void no_transaction_writes_both_an_answer_and_what_it_came_with() {
        var office = Office.open("imm-transactions");
        for (int visitor = 0; visitor < 9; visitor++) submit(office, visitor, visitor % 3, "th", "self");
        job.write();
        assertThat(world.one(
                        "responses",
                        Long.class,
                        "select count(*) from reception where xmin::text in (select xmin::text from response)"))
                .isZero();
        assertThat(world.one(
                        "responses",
                        Long.class,
                        "select count(*) from information_schema.columns where table_name = 'reception'"
                                + " and column_name not in ('pool', 'kind', 'value', 'answers')"))
                .isZero();
    }

    @Test
    void only_the_authority_and_its_auditors_see_it() {
        var office = Office.open("imm-seen");
        var path = "/api/v1/rounds/" + office.round() + "/agencies/imm-seen/reception";
        for (var role : List.of("admin", "auditor"))
            assertThat(world.getAs(world.token(role), path).status()).isEqualTo(200);
        for (var role : List.of("coordinator", "executive", "commander", "assessor"))
            assertThat(world.getAs(world.token(role, "imm-seen"), path).status())
                    .isEqualTo(403);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), Dates.BANGKOK);
    }

    private Answer read(Office office) {
        return world.getAs(
                world.token("auditor"),
                "/api/v1/rounds/" + office.round() + "/agencies/" + office.agency() + "/reception");
    }

    private long rows(Office office) {
        return world.one(
                "responses",
                Long.class,
                "select count(*) from reception join pool using (pool) where agency = '" + office.agency() + "'");
    }

    private static void submit(Office office, int visitor, int option, String language, String capacity) {
        var answer = office.submit(office.body(visitor, option)
                .replace("\"language\":\"th\"", "\"language\":\"" + language + "\",\"capacity\":\"" + capacity + "\""));
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }
}
