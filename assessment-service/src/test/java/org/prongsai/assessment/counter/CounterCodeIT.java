package org.prongsai.assessment.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.traffic.TrafficReader;
import org.prongsai.methodology.calendar.Dates;

/** The way without a script: a code that the counter shows, typed by hand. */
class CounterCodeIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final TrafficReader traffic = world.context().getBean(TrafficReader.class);
    private final CounterCodes codes = world.context().getBean(CounterCodes.class);

    @Test
    void a_typed_code_lets_an_answer_in_and_anybody_elses_too() {
        var office = flooded("imm-counter");
        var code = codes(office, world.token("coordinator", "imm-counter"), "")
                .json()
                .at("/slots/0/code")
                .asString();
        for (int visitor = 0; visitor < 3; visitor++) {
            var answer =
                    type(office, visitor, " " + code.toLowerCase(Locale.ROOT).replace("-", " "));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.json().propertyNames()).containsExactly("receipt");
        }
        assertThat(office.rows("part = '1'")).isEqualTo(3);
    }

    @Test
    void a_code_that_went_round_lets_in_as_many_as_a_counter_can_have_and_refuses_nobody() {
        var office = flooded("imm-went-round");
        var code = codes.at(unit(office), Slot.at(Instant.now())).text();
        for (int n = 0; n < AssessmentWorld.CALM - 1; n++) traffic.came(unit(office), true);
        assertThat(type(office, 1, code).json().propertyNames()).containsExactly("receipt");
        var beyond = type(office, 2, code);
        assertThat(beyond.status()).isEqualTo(201);
        assertThat(beyond.json().path("part").asString()).isEqualTo("1-unverified");
    }

    @Test
    void a_code_that_is_mistyped_over_or_of_another_unit_is_named() {
        var office = flooded("imm-typing");
        var slot = Slot.at(Instant.now());
        var code = codes.at(unit(office), slot).text();
        refuse(type(office, 1, code.substring(0, 8) + (code.endsWith("A") ? "B" : "A")), "mistyped");
        refuse(type(office, 1, code.substring(1)), "malformed");
        refuse(
                type(
                        office,
                        1,
                        codes.at(unit(office), new Slot(slot.number() - 3)).text()),
                "expired");
        refuse(
                type(
                        office,
                        1,
                        codes.at(new Unit(office.round(), "imm-elsewhere"), slot)
                                .text()),
                "wrong");
        assertThat(office.rows("true")).isZero();
    }

    @Test
    void a_day_is_printed_beforehand_by_who_stands_for_the_unit_and_by_nobody_else() {
        var office = Office.open("imm-printing");
        var coordinator = world.token("coordinator", "imm-printing");
        var tomorrow = LocalDate.ofInstant(Instant.now(), Dates.BANGKOK).plusDays(1);
        var day = codes(office, coordinator, "?day=" + tomorrow);
        assertThat(day.json().path("slots")).hasSize(144);
        assertThat(day.header("Cache-Control")).isEqualTo("no-store");
        var sheet = world.getAs(coordinator, path(office) + "/counter-codes?day=" + tomorrow, "Accept", "text/csv");
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.body().lines()).hasSize(145);
        assertThat(codes(office, coordinator, "?day=" + tomorrow.plusDays(9)).faults())
                .containsExactly("?day out-of-range");
        assertThat(codes(office, coordinator, "?day=2569-11-26").faults()).containsExactly("?day wrong-value");
        for (var role : List.of("assessor", "admin"))
            assertThat(codes(office, world.token(role), "").status()).isEqualTo(200);
        assertThat(codes(office, world.token("coordinator", "imm-counter"), "").status())
                .isEqualTo(403);
        assertThat(world.get(path(office) + "/counter-codes").status()).isEqualTo(401);
        assertThat(world.getAs(world.admin(), path(new Office(office.round(), "immigration-bureau")) + "/counter-codes")
                        .faults())
                .containsExactly("/agency not-participating");
    }

    private Office flooded(String name) {
        var office = Office.open(name);
        for (int n = 0; n < AssessmentWorld.CALM; n++) traffic.came(unit(office), false);
        return office;
    }

    private static Unit unit(Office office) {
        return new Unit(office.round(), office.agency());
    }

    private static String path(Office office) {
        return "/api/v1/rounds/" + office.round() + "/agencies/" + office.agency();
    }

    private Answer codes(Office office, String token, String query) {
        return world.getAs(token, path(office) + "/counter-codes" + query);
    }

    private static Answer type(Office office, int visitor, String code) {
        return office.submit(office.body(visitor, 0).replaceFirst("\\{", "{\"counterCode\":\"" + code + "\","));
    }

    private static void refuse(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.faults()).containsExactly("/counterCode " + reason);
    }
}
