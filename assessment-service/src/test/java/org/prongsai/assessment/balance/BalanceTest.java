package org.prongsai.assessment.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.balance.Balance.Day;
import org.prongsai.assessment.ticket.Issued;
import org.prongsai.assessment.turnout.Used;

class BalanceTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);

    @Test
    void a_count_that_did_not_change_is_carried_on_and_a_morning_without_any_change_is_left_out() {
        var balance = Balance.of(
                "iit",
                List.of(issued(0, 10, 0), issued(2, 10, 4)),
                List.of(used(1, 0), used(2, 3), used(3, 3), used(4, 4)));
        assertThat(balance.days()).containsExactly(day(0, 10, 0, 0), day(2, 10, 4, 3), day(4, 10, 4, 4));
    }

    @Test
    void parts_of_a_day_are_added_up_and_nothing_is_nothing() {
        assertThat(Balance.of("eit", List.of(), List.of()).days()).isEmpty();
        assertThat(Balance.of("eit", List.of(issued(0, 9, 9)), List.of(used(0, 2), used(0, 3)))
                        .days())
                .containsExactly(day(0, 9, 9, 5));
    }

    private static Issued issued(int day, int issued, int redeemed) {
        return new Issued(FIRST.plusDays(day), "unit", "iit", issued, redeemed);
    }

    private static Used used(int day, int responses) {
        return new Used(FIRST.plusDays(day), "unit", "iit", "1", responses);
    }

    private static Day day(int day, int issued, int redeemed, int used) {
        return new Day(FIRST.plusDays(day), issued, redeemed, used);
    }
}
