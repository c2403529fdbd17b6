package org.prongsai.assessment.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String HERE = "rounds/a/agencies/b/iit";

    private final Random luck = new Random(1);
    private final Seal seal = new Seal(new byte[32]);

    @Test
    void what_is_sealed_is_opened_where_it_belongs() {
        byte[] sealed = seal.close(new byte[] {1, 2, 3}, HERE, luck);
        assertThat(seal.open(sealed, HERE)).containsExactly(1, 2, 3);
        assertThat(seal.close(new byte[] {1, 2, 3}, HERE, luck)).isNotEqualTo(sealed);
    }

    @Test
    void what_was_put_in_the_place_of_another_or_sealed_with_another_key_is_not_opened() {
        byte[] sealed = seal.close(new byte[] {1, 2, 3}, HERE, luck);
        assertThatThrownBy(() -> seal.open(sealed, "rounds/a/agencies/c/iit"))
                .hasMessageContaining("rounds/a/agencies/c/iit")
                .hasMessageContaining("seal-key");
        assertThatThrownBy(() -> new Seal(new byte[33]).open(sealed, HERE)).hasMessageContaining("seal-key");
    }
}
