package org.prongsai.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Two hundred codes as people type them: right in many ways, and wrong in every way there is. */
final class TypedCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODES = 200;

    private TypedCodes() {}

    static List<String> of(Random random) {
        var typed = new ArrayList<String>();
        for (int i = 0; i < CODES; i++) {
            var text = InvitationCode.draw(random).text();
            typed.addAll(right(text));
            typed.addAll(wrong(text, random));
        }
        typed.addAll(withEveryLetter(InvitationCode.draw(random).text()));
        return typed;
    }

    private static List<String> right(String text) {
        return List.of(
                text,
                text.toLowerCase(Locale.ROOT),
                text.replace("-", ""),
                "\u00a0" + text.replace("-", " — ") + "\r\n",
                text.replace('0', 'O').replace('1', 'l'),
                text.replace('0', 'o').replace('1', 'I'));
    }

    private static List<String> wrong(String text, Random random) {
        int place = 5 * random.nextInt(4) + random.nextInt(4);
        int other = 5 * random.nextInt(4) + random.nextInt(4);
        return List.of(
                with(text, place, ALPHABET.charAt(random.nextInt(32))),
                with(with(text, place, text.charAt(other)), other, text.charAt(place)),
                with(with(text, place, '7'), other, 'q'),
                with(text, place, 'U'),
                with(text, place, 'ก'),
                text.substring(0, place) + text.substring(place + 1),
                text.substring(0, place) + '2' + text.substring(place),
                text.substring(0, place) + "😀",
                text.substring(0, place));
    }

    /** Each letter in a place of its own shows which ones only separate. */
    private static List<String> withEveryLetter(String text) {
        return IntStream.concat(
                        IntStream.range(0, 0x2100), IntStream.of(0x3000, 0xfe58, 0xfe63, 0xfeff, 0xff0d, 0xff21))
                .mapToObj(letter -> text.substring(0, 7) + Character.toString(letter) + text.substring(7))
                .toList();
    }

    private static String with(String text, int place, char letter) {
        return text.substring(0, place) + letter + text.substring(place + 1);
    }
}
