package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Predicate;
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

    @Test
    void aForgedOneWithWhatNoDatabaseTakesIsRefused() {
        refused(agencies, agencies.after(List.of("imm-\u0000")));
        var messages = Cursor.of("messages");
        refused(messages, messages.after(List.of("7", "x")), List.of("7")::equals);
    }

    @Test
    void aNumberIsReadAsOne() {
        var messages = Cursor.of("messages");
        assertThat(messages.number(null)).isEmpty();
        assertThat(messages.number(messages.after(List.of("42")))).hasValue(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "4.5", "9999999999999999999", "0x1", "٣"})
    void whatIsNoNumberIsRefusedWhereOneIsDue(String key) {
        var messages = Cursor.of("messages");
        var cursor = messages.after(List.of(key));
        assertThat(catchThrowableOfType(Refusal.class, () -> messages.number(cursor))
                        .problem()
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("?cursor");
    }

    private static void refused(Cursor list, String cursor) {
        refused(list, cursor, keys -> true);
    }

    private static void refused(Cursor list, String cursor, Predicate<List<String>> fit) {
        var refusal = catchThrowableOfType(Refusal.class, () -> list.read(cursor, fit));
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("?cursor");
            assertThat(fault.actual()).isEqualTo(cursor);
        });
    }
}
