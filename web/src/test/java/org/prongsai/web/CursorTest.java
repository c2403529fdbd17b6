package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private final Cursor agencies = Cursor.of("agencies", "immigration-bureau", null);

    @Test
    void itFindsItsPlaceAgain() {
        var keys = List.of("เชียงใหม่", "", "imm-chiangmai");
        assertThat(agencies.read(agencies.after(keys))).isEqualTo(keys);
        assertThat(agencies.read(null)).isEmpty();
    }

    @Test
    void itIsOfNoUseInAnotherListOrFilter() {
        var cursor = agencies.after(List.of("a"));
        refused(Cursor.of("rounds", "immigration-bureau", null), cursor);
        refused(Cursor.of("agencies", "immigration-bureau", "province"), cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "????", "AAAAAAAAAAAAAAAAAAAA", "1"})
    void whatWeDidNotWriteIsRefusedByName(String cursor) {
        refused(agencies, cursor);
    }

    @Test
    void aChangedOneIsRefused() {
        var cursor = agencies.after(List.of("imm-chiangmai"));
        refused(agencies, cursor.substring(0, cursor.length() - 2) + "AA");
    }

    private static void refused(Cursor list, String cursor) {
        var refusal = catchThrowableOfType(Refusal.class, () -> list.read(cursor));
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("?cursor");
            assertThat(fault.actual()).isEqualTo(cursor);
        });
    }
}
