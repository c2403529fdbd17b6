package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import org.junit.jupiter.api.Test;

/** Whoever operates it is told the kind of a failure, and never what the failure quotes. */
class CauseReaderTest {

    @Test
    void aDatabaseSaysWhichOfItsReasonsItWas() {
        var slow = new R2dbcNonTransientResourceException("canceling statement of imm-chiangmai", "57014");
        assertThat(CauseReader.name(new IllegalStateException("the batch failed", slow)))
                .isEqualTo("R2dbcNonTransientResourceException 57014");
    }

    @Test
    void everythingElseIsItsKindAlone() {
        assertThat(CauseReader.name(new IllegalStateException("imm-chiangmai"))).isEqualTo("IllegalStateException");
        assertThat(CauseReader.name(new R2dbcNonTransientResourceException("imm-chiangmai")))
                .isEqualTo("R2dbcNonTransientResourceException");
    }

    @Test
    void itsOwnWordsAreToldOnlyWhereTheyAreNotADatabases() {
        assertThat(CauseReader.root(new IllegalStateException("batch", new IllegalArgumentException("two readers"))))
                .isEqualTo("IllegalArgumentException: two readers");
        assertThat(CauseReader.root(new R2dbcNonTransientResourceException("imm-chiangmai", "57014")))
                .isEqualTo("R2dbcNonTransientResourceException 57014");
    }
}
