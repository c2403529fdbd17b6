package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestWorldTest {

    @Test
    void aPortIsGivenOnce() {
        assertThat(IntStream.generate(TestWorld::freePort).limit(1_000).boxed().toList())
                .doesNotHaveDuplicates();
    }
}
