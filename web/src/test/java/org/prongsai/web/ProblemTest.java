package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({"INVALID_RESPONSE, 100", "INVALID_REQUEST, 100", "INVALID_FILE, 1000"})
    void aSmallRequestHasNoLargeAnswer(ProblemType type, int shown) {
        var problem = Problem.of(type, faults(78_000)).header("Retry-After", "1");
        assertThat(problem.words()).containsExactly("78000");
        assertThat(problem.faults()).hasSize(shown + 1);
        assertThat(problem.faults().subList(0, shown)).isEqualTo(faults(shown));
        assertThat(problem.faults().getLast()).isEqualTo(new Fault("", "more-faults", null, 78_000 - shown));
    }

    @Test
    void whatFitsIsNamedWhole() {
        assertThat(Problem.of(ProblemType.INVALID_RESPONSE, faults(101)).faults())
                .isEqualTo(faults(101));
    }

    @Test
    void whatWasSentIsQuotedOnlySoFarThatItIsKnownAgain() {
        assertThat(actual("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(actual("x".repeat(1 << 20))).isEqualTo("x".repeat(199) + "…");
        assertThat(actual("😀".repeat(201))).isEqualTo("😀".repeat(199) + "…");
        assertThat(actual(List.of("a"))).isEqualTo(List.of("a"));
    }

    private static Object actual(Object sent) {
        return new Fault("/title", "too-long", null, sent).actual();
    }

    private static List<Fault> faults(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Fault("/answers/x" + i, "unknown-question", null, i))
                .toList();
    }
}
