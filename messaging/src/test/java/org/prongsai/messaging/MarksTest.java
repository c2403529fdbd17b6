package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;

class MarksTest {
    private final Marks marks = new Marks();

    private boolean agree(long number, String id) {
        return marks.agree(new Arrival(Topic.ITEMS, 0, 0, "imm-chiangmai", id, "ItemMarked", number, "{}"));
    }

    @Test
    void whatever_number_comes_again_must_be_the_same_record() {
        for (int number = 1; number <= 100; number++) {
            assertThat(agree(number, "id-" + number)).isTrue();
        }
        assertThat(agree(1, "id-1")).isTrue();
        assertThat(agree(1, "id-2")).isFalse();
        assertThat(agree(57, "id-56")).isFalse();
        assertThat(agree(100, "id-100")).isTrue();
        assertThat(agree(100, "")).isFalse();
        assertThat(agree(101, "id-101")).isTrue();
    }

    @Test
    void behind_a_gap_it_begins_anew_however_wide_that_is() {
        assertThat(agree(1, "a")).isTrue();
        assertThat(agree(900_000_000_000_000_000L, "b")).isTrue();
        assertThat(agree(900_000_000_000_000_000L, "c")).isFalse();
        assertThat(agree(900_000_000_000_000_001L, "d")).isTrue();
        assertThat(agree(1, "never known again")).isTrue();
    }

    @Test
    void a_record_without_an_id_is_like_another_without() {
        assertThat(agree(1, null)).isTrue();
        assertThat(agree(1, null)).isTrue();
        assertThat(agree(1, "a")).isFalse();
    }
}
