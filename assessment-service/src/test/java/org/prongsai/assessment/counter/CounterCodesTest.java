package org.prongsai.assessment.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Secret;
import org.prongsai.assessment.Unit;
import org.prongsai.web.Fault;

class CounterCodesTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Instant NOW = Instant.parse("2026-11-26T03:04:05Z");
    private static final Unit UNIT = new Unit("round-a", "imm-chiangmai");

    private final CounterCodes codes = new CounterCodes(new Secret(new byte[32]));

    @Test
    void a_code_is_taken_while_it_is_shown_and_in_the_ten_minutes_after() {
        var slot = Slot.at(NOW);
        var code = codes.at(UNIT, slot).text();
        assertThat(reasons(UNIT, code, slot.from())).isEmpty();
        assertThat(reasons(UNIT, code, slot.takenUntil().minusNanos(1))).isEmpty();
        assertThat(reasons(UNIT, code, slot.takenUntil())).containsExactly("expired");
        assertThat(reasons(UNIT, code, slot.from().minusNanos(1))).containsExactly("wrong");
        assertThat(reasons(UNIT, code, slot.from().plus(Duration.ofDays(1)))).containsExactly("wrong");
    }

    @Test
    void it_is_worth_nothing_in_another_unit_round_or_installation() {
        var code = codes.at(UNIT, Slot.at(NOW)).text();
        assertThat(reasons(new Unit("round-a", "imm-nongkhai"), code, NOW)).containsExactly("wrong");
        assertThat(reasons(new Unit("round-b", "imm-chiangmai"), code, NOW)).containsExactly("wrong");
        // What is one name in two places must not be the same in another cut.
        assertThat(reasons(new Unit("round-", "aimm-chiangmai"), code, NOW)).containsExactly("wrong");
        var other = new CounterCodes(new Secret("another key, of thirty-two bytes".getBytes(StandardCharsets.UTF_8)));
        assertThat(other.faults(UNIT, code, NOW)).extracting(Fault::reason).containsExactly("wrong");
    }

    @Test
    void it_is_read_as_people_type_it() {
        var random = new Random(7);
        for (int n = 0; n < 500; n++) {
            var unit = new Unit("round-a", "unit-" + random.nextInt());
            var code = codes.at(unit, Slot.at(NOW)).text();
            assertThat(code).matches("[" + LETTERS + "]{4}-[" + LETTERS + "]{4}");
            for (var typed : List.of(
                    code.toLowerCase(Locale.ROOT),
                    code.replace("-", ""),
                    " " + code.replace("-", " ") + "\n",
                    code.replace('0', 'o').replace('1', 'l')))
                assertThat(reasons(unit, typed, NOW)).isEmpty();
        }
    }

    @Test
    void no_wrong_letter_and_no_two_neighbours_that_changed_places_make_another_code() {
        var code = codes.at(UNIT, Slot.at(NOW)).text().replace("-", "");
        IntStream.range(0, code.length()).forEach(place -> {
            LETTERS.chars().filter(letter -> letter != code.charAt(place)).forEach(letter -> {
                var typed = code.substring(0, place) + (char) letter + code.substring(place + 1);
                assertThat(CounterCode.mistake(typed)).as(typed).contains("mistyped");
            });
            if (place > 0 && code.charAt(place) != code.charAt(place - 1)) {
                var swapped = code.substring(0, place - 1)
                        + code.charAt(place)
                        + code.charAt(place - 1)
                        + code.substring(place + 1);
                assertThat(CounterCode.mistake(swapped)).as(swapped).contains("mistyped");
            }
        });
    }

    @Test
    void what_is_no_code_at_all_is_said_to_be_none_and_not_repeated() {
        for (var typed : List.of("", "ABCD", "ABCD-EFGH-JKMN", "ABCD-EFG!", "รหัส-ผ่าน", "0".repeat(10_000))) {
            var faults = codes.faults(UNIT, typed, NOW);
            assertThat(faults).extracting(Fault::reason).containsExactly("malformed");
            assertThat(faults).extracting(Fault::actual).containsOnlyNulls();
        }
    }

    @Test
    void a_day_has_all_its_codes_and_they_differ() {
        var plan = CodePlan.of(codes, UNIT, LocalDate.of(2026, 11, 26));
        assertThat(plan.slots()).hasSize(144);
        assertThat(plan.slots().getFirst().from()).isEqualTo("2026-11-25T17:00:00Z");
        assertThat(plan.slots().getLast().until()).isEqualTo("2026-11-26T17:00:00Z");
        assertThat(plan.slots()).extracting(CodePlan.Shown::code).doesNotHaveDuplicates();
        var now = CodePlan.now(codes, UNIT, NOW);
        assertThat(now.slots()).hasSize(2);
        assertThat(plan.slots()).containsAll(now.slots());
    }

    @Test
    void codes_are_shown_for_a_week_and_of_no_day_that_is_over() {
        var today = LocalDate.of(2026, 11, 26);
        assertThat(CodePlan.fault(today, NOW)).isEmpty();
        assertThat(CodePlan.fault(today.plusDays(6), NOW)).isEmpty();
        assertThat(CodePlan.fault(today.plusDays(7), NOW)).map(Fault::reason).contains("out-of-range");
        assertThat(CodePlan.fault(today.minusDays(1), NOW)).isPresent();
    }

    @Test
    void a_sheet_of_codes_has_a_slot_a_line_in_the_time_of_the_clock_on_the_wall() {
        var lines = CodeFile.write(CodePlan.of(codes, UNIT, LocalDate.of(2026, 11, 26)))
                .lines()
                .toList();
        assertThat(lines).hasSize(145);
        assertThat(lines.getFirst()).isEqualTo("code,from,until,taken_until,round,agency");
        assertThat(lines.get(1))
                .endsWith(
                        ",2026-11-26T00:00+07:00,2026-11-26T00:10+07:00,2026-11-26T00:20+07:00,round-a,imm-chiangmai");
        assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
    }

    private List<String> reasons(Unit unit, String typed, Instant now) {
        return codes.faults(unit, typed, now).stream().map(Fault::reason).toList();
    }
}
