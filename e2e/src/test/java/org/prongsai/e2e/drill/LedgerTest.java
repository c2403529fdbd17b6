package org.prongsai.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger(10_000);

    @Test
    void what_was_acknowledged_counts_once() {
        ledger.acknowledged(ledger.next());
        assertThat(broken(1)).isEmpty();
        assertThat(broken(0)).containsExactly("0 is COUNTS and counts 0 times");
        assertThat(broken(2)).containsExactly("0 is COUNTS and counts 2 times");
    }

    @Test
    void what_was_replaced_counts_no_more() {
        ledger.acknowledged(ledger.next());
        ledger.changed(0, ledger.next());
        assertThat(broken(0, 1)).isEmpty();
        assertThat(broken(1, 1)).containsExactly("0 is REPLACED and counts 1 times");
        assertThat(broken(1, 0)).hasSize(2);
        assertThat(ledger.counting()).isEqualTo(1);
    }

    @Test
    void what_was_refused_never_counts() {
        ledger.refused(ledger.next());
        assertThat(broken(0)).isEmpty();
        assertThat(broken(1)).hasSize(1);
    }

    @Test
    void what_was_given_up_counts_once_or_not_at_all() {
        ledger.next();
        assertThat(broken(0)).isEmpty();
        assertThat(broken(1)).isEmpty();
        assertThat(broken(2)).hasSize(1);
        assertThat(broken(-1)).hasSize(1);
        assertThat(ledger.perhaps()).isEqualTo(1);
    }

    @Test
    void of_a_change_that_was_given_up_exactly_one_counts() {
        ledger.acknowledged(ledger.next());
        ledger.perhapsChanged(0, ledger.next());
        assertThat(broken(1, 0)).isEmpty();
        assertThat(broken(0, 1)).isEmpty();
        assertThat(broken(0, 0)).hasSize(1);
        assertThat(broken(1, 1)).hasSize(1);
        assertThat(broken(2, -1)).isNotEmpty();
    }

    @Test
    void no_number_is_given_twice_and_none_beyond_the_last() {
        assertThat(IntStream.range(0, 10_000).map(n -> ledger.next()).distinct().count())
                .isEqualTo(10_000);
        assertThatThrownBy(ledger::next).hasMessageContaining("10000");
    }

    private List<String> broken(int... times) {
        return ledger.broken(number -> times[number]);
    }
}
