package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.blind.TypedCode.Mistake;

class InvitationCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Mistake MISTYPED = new Mistake("mistyped", null, null);
    private static final Mistake WRONG_LENGTH = new Mistake("wrong-length", null, null);
    private final Random random = new Random(32);
    private final InvitationCode code = InvitationCode.draw(random);

    @Test
    void aCodeIsReadAsItIsShown() {
        for (int round = 0; round < 1000; round++) {
            var one = InvitationCode.draw(random);
            assertThat(one.text()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
            assertThat(InvitationCode.parse(one.text())).isEqualTo(one);
            assertThat(InvitationCode.parse(one.text().toLowerCase(Locale.ROOT)))
                    .isEqualTo(one);
            assertThat(new InvitationCode(one.text())).isEqualTo(one);
        }
    }

    @Test
    void noCodeIsDrawnTwice() {
        var drawn = new HashSet<InvitationCode>();
        for (int round = 0; round < 1000; round++)
            assertThat(drawn.add(InvitationCode.draw(random))).isTrue();
    }

    /** The check symbols by hand: 1 · x² = 3x + 2 modulo x² + 3x + 2. */
    @ParameterizedTest
    @CsvSource({
        "000000000000000000, 0000-0000-0000-0000",
        "000000000000000004, 0000-0000-0000-0132",
        "f80000000000000000, Z000-0000-0000-00",
        "ffffffffffffffffff, ZZZZ-ZZZZ-ZZZZ-ZZ"
    })
    void bitsAreTakenFromTheLeftAndTheLastTwoLeft(String luck, String shown) {
        var made = InvitationCode.of(HexFormat.of().parseHex(luck));
        assertThat(made.text()).startsWith(shown);
    }

    @Test
    void all70BitsCount() {
        var codes = new HashSet<String>();
        for (int bit = 0; bit < 72; bit++) {
            var luck = new byte[InvitationCode.RANDOM_BYTES];
            luck[bit / 8] = (byte) (0x80 >> bit % 8);
            codes.add(InvitationCode.of(luck).text());
        }
        assertThat(codes).hasSize(71).contains("0000-0000-0000-0000");
    }

    @Test
    void everySingleMistakeIsNoticed() {
        for (int round = 0; round < 20; round++) {
            char[] right = letters(InvitationCode.draw(random));
            for (int place = 0; place < 16; place++)
                for (char letter : ALPHABET.toCharArray())
                    if (letter != right[place]) assertMistyped(right, place, letter, place, letter);
        }
    }

    @Test
    void everyPairThatChangedPlacesIsNoticed() {
        for (int round = 0; round < 500; round++) {
            char[] right = letters(InvitationCode.draw(random));
            for (int one = 0; one < 16; one++)
                for (int other = one + 1; other < 16; other++)
                    if (right[one] != right[other]) assertMistyped(right, one, right[other], other, right[one]);
        }
    }

    @Test
    void everyDoubleMistakeIsNoticed() {
        for (var each : new InvitationCode[] {code, InvitationCode.of(new byte[9]), InvitationCode.draw(random)}) {
            char[] right = letters(each);
            for (int one = 0; one < 16; one++)
                for (int other = one + 1; other < 16; other++)
                    for (char first : ALPHABET.toCharArray())
                        for (char second : ALPHABET.toCharArray())
                            if (first != right[one] && second != right[other])
                                assertMistyped(right, one, first, other, second);
        }
    }

    @Test
    void peopleTypeAsTheyLike() {
        var text = code.text();
        assertRead(text.toLowerCase(Locale.ROOT));
        assertRead(text.replace("-", ""));
        assertRead(text.replace("-", " "));
        assertRead("  " + text.replace("-", " – ") + "\t\r\n");
        assertRead(text.replace("-", "\u2011"));
        assertRead(text.replace("-", "\u2212"));
        assertRead(text.replace("-", "\u00ad\u200b\ufeff"));
        assertRead(text.replace("-", "\u00a0\u3000\uff0d"));
        assertRead(String.join("-", text.replace("-", "").split("")));
    }

    @Test
    void lettersThatLookLikeDigitsAreThose() {
        var zeros = InvitationCode.of(new byte[9]);
        assertThat(InvitationCode.parse("OoOo-0000-0000-000O")).isEqualTo(zeros);
        var ones = InvitationCode.of(HexFormat.of().parseHex("084210842108421084"));
        assertThat(ones.text()).startsWith("1111-1111-1111-11");
        assertThat(InvitationCode.parse("IiLl-1iIL-1111-11" + ones.text().substring(17)))
                .isEqualTo(ones);
    }

    @ParameterizedTest
    @CsvSource({"U, U, 5", "u, u, 5", "?, ?, 5", "ก, ก, 5", "๑, ๑, 5", "😀, 😀, 5", "Ａ, Ａ, 5", "ı, ı, 5", "ſ, ſ, 5"})
    void anUnknownLetterIsNamedAndPlaced(String typed, String letter, int place) {
        var text = code.text().substring(0, 5) + typed + code.text().substring(6);
        assertThat(InvitationCode.parse(text)).isEqualTo(new Mistake("unknown-letter", letter, place));
    }

    @Test
    void anUnknownLetterIsToldBeforeTheLength() {
        assertThat(InvitationCode.parse("00 u")).isEqualTo(new Mistake("unknown-letter", "u", 3));
        assertThat(InvitationCode.parse("\ud83d")).isEqualTo(new Mistake("unknown-letter", "\ud83d", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "0", "0000-0000-0000-000", "0000-0000-0000-00000"})
    void anotherLengthIsTold(String typed) {
        assertThat(InvitationCode.parse(typed)).isEqualTo(WRONG_LENGTH);
    }

    @Test
    void aLetterTooFewOrTooManyIsTold() {
        assertThat(InvitationCode.parse(code.text().substring(1))).isEqualTo(WRONG_LENGTH);
        assertThat(InvitationCode.parse(code.text() + "0")).isEqualTo(WRONG_LENGTH);
    }

    @Test
    void onlyARightCodeCanBeMade() {
        for (var text : new String[] {"", "0000-0000-0000-0001", "0000000000000000", "0000-0000-0000-000o", "ü"})
            assertThatIllegalArgumentException().isThrownBy(() -> new InvitationCode(text));
        assertThatIllegalArgumentException().isThrownBy(() -> InvitationCode.of(new byte[8]));
        assertThatIllegalArgumentException().isThrownBy(() -> InvitationCode.of(new byte[10]));
    }

    @Test
    void onlyWhoAsksForTheTextSeesIt() {
        assertThat(code).hasToString("InvitationCode[…]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvitationCode(code.text().replaceFirst("^.", "u")))
                .withMessageNotContaining(code.text().substring(1));
    }

    private void assertRead(String typed) {
        assertThat(InvitationCode.parse(typed)).as(typed).isEqualTo(code);
    }

    private static char[] letters(InvitationCode code) {
        return code.text().replace("-", "").toCharArray();
    }

    private static void assertMistyped(char[] right, int one, char first, int other, char second) {
        char[] wrong = right.clone();
        wrong[one] = first;
        wrong[other] = second;
        if (!InvitationCode.parse(new String(wrong)).equals(MISTYPED))
            throw new AssertionError(new String(wrong) + " passes for " + new String(right));
    }
}
