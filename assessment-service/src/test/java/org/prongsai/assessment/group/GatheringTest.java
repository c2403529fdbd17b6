package org.prongsai.assessment.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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
        assertThat(gathering.room()).isEqualTo(2);
        assertThat(gathering.take()).containsExactly("a1", "b1");
        gathering.add(List.of("b2"));
        assertThat(gathering.take()).containsExactly("a2", "b2");
        assertThat(gathering.take()).containsExactly("a3");
        assertThat(gathering.take()).isEmpty();
    }

    @Test
    void one_key_alone_fills_neither_a_commit_nor_those_to_come() {
        var many = IntStream.range(0, 132).mapToObj(n -> "a" + n).toList();
        assertThat(gathering.add(many)).containsExactly("a129", "a130", "a131");
        assertThat(gathering.room()).isEqualTo(3);
        assertThat(gathering.add(List.of("b0", "a132", "c0"))).containsExactly("a132");
        assertThat(gathering.take()).containsExactly("a0", "b0", "c0");
        assertThat(gathering.add(List.of("a133"))).isEmpty();
    }
}
