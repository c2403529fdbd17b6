package org.prongsai.bench.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.demo.Pool;
import org.prongsai.seeds.demo.Unit;

/** Groups lie within each other, and a round of a group is of as many units as its name says. */
class GroupsTest {

    private final List<List<String>> lines = Groups.of(List.of(5, 2, 5))
            .register()
            .lines()
            .skip(1)
            .map(line -> List.of(line.split(",", -1)).subList(0, 3))
            .toList();

    @Test
    void aGroupStandsBeforeWhatLiesInIt() {
        assertThat(lines)
                .startsWith(
                        List.of("bench-first-5", "immigration-bureau", "division"),
                        List.of("bench-first-2", "bench-first-5", "division"));
    }

    @Test
    void eachUnitLiesInTheSmallestGroupThatHoldsIt() {
        assertThat(lines.stream()
                        .filter(line -> line.get(2).equals("checkpoint"))
                        .collect(Collectors.groupingBy(line -> line.get(1), Collectors.counting())))
                .containsEntry("bench-first-2", 2L)
                .containsEntry("bench-first-5", 3L);
    }

    @Test
    void asManyResponsesAreMadeUpAsWereAskedFor() {
        var answers = Groups.answers("a-round", NationClient.framework(), 5, 600);
        assertThat(answers.units()).hasSize(5).extracting(Unit::agency).contains("bench-00001", "bench-00005");
        assertThat(answers.units().stream()
                        .flatMap(Unit::pools)
                        .mapToInt(Pool::responses)
                        .sum())
                .isEqualTo(600);
    }
}
