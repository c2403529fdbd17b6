package org.prongsai.bench.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is watched is neither the first nor the luckiest of a burst. */
class WatchedTest {

    private static List<String> units(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(String::valueOf).toList();
    }

    @Test
    void theyAreSpreadEvenlyAndTheLastOneIsAlwaysAmongThem() {
        assertThat(Watched.of(units(50), 4)).containsExactly("13", "25", "38", "50");
        assertThat(Watched.of(units(5), 4)).containsExactly("2", "3", "4", "5");
        assertThat(Watched.of(units(50), 1)).containsExactly("50");
    }

    @Test
    void noMoreAreWatchedThanThereAre() {
        assertThat(Watched.of(units(3), 4)).containsExactly("1", "2", "3");
        assertThat(Watched.of(units(3), 0)).isEmpty();
        assertThat(Watched.of(List.of(), 4)).isEmpty();
    }

    @Test
    void whoIsToldOfTwiceStandsWhereTheLastOfItsAnswersDo() {
        assertThat(Watched.of(List.of("a", "b", "c", "a"), 3)).containsExactly("b", "c", "a");
    }
}
