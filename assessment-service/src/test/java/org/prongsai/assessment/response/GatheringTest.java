package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Gathering<Character, String> gathering = new Gathering<>(text -> text.charAt(0), 4);

    @Test
    void a_commit_takes_what_arrived_in_its_order() {
        gathering.add(List.of("a1", "b1", "c1"));
        assertThat(gathering.room()).isEqualTo(1);
        assertThat(gathering.take()).containsExactly("a1", "b1", "c1");
        assertThat(gathering.isEmpty()).isTrue();
        assertThat(gathering.room()).isEqualTo(4);
    }

    @Test
    void what_comes_under_a_key_again_waits_for_the_commit_after_it_in_its_order() {
        gathering.add(List.of("a1", "a2", "b1", "a3"));
        assertThat(gathering.room()).isZero();
        assertThat(gathering.take()).containsExactly("a1", "b1");
        gathering.add(List.of("b2"));
        assertThat(gathering.take()).containsExactly("a2", "b2");
        assertThat(gathering.take()).containsExactly("a3");
        assertThat(gathering.take()).isEmpty();
    }
}
