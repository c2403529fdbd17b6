package org.prongsai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasteTest {

    @TempDir
    Path folder;

    @Test
    void namesWhatIsOutOfTheOrdinary() {
        assertThat(tasteOf("""
                        package org.prongsai.scoring.score;
                        class VeryLongWindedScoreStore {
                            VeryLongWindedScoreStore(int a, int b, int c, int d, int e, int f) {}
                            Object all(java.util.stream.Stream<String> s) {
                                return s.flatMap(a -> a.lines().flatMap(b -> b.lines()))
                                        .flatMap(c -> c.lines());
                            }
                        }
                        """))
                .anyMatch(line -> line.startsWith("1 files: median 8 lines (60), longest 8: src/main/java"))
                .anyMatch(line -> line.startsWith("2 methods: median 4 lines (5), p95 4 (15), longest 4:"))
                .contains(
                        "constructor of VeryLongWindedScoreStore takes 6 parameters (5)",
                        "flatMap in flatMap, 2 deep (1): src/main/java/org/prongsai/scoring/score/"
                                + "VeryLongWindedScoreStore.java",
                        "no sentence on what it understands: VeryLongWindedScoreStore",
                        "name of 5 words (3): VeryLongWindedScoreStore");
    }

    @Test
    void aRecordMayHaveAsManyPartsAsTheThingItDescribes() {
        assertThat(tasteOf("""
                        package org.prongsai.scoring.score;
                        /** Knows six things. */
                        record Score(int a, int b, int c, int d, int e, int f) {
                            Score(int a) { this(a, a, a, a, a, a); }
                        }
                        """)).hasSize(2);
    }

    private Iterable<String> tasteOf(String source) {
        Planted.in(folder, "org.prongsai.scoring").main(source);
        Code code = CodeReader.read(folder, "org.prongsai.scoring");
        return Taste.of(code.module(), code.mainSources()).lines();
    }
}
