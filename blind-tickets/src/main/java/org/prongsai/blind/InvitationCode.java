package org.prongsai.blind;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A one-time code on a slip of paper: 14 random symbols (70 bits) and two that betray a mistyped one.
 *
 * @param text {@code XXXX-XXXX-XXXX-XXXX} in Crockford's base32, which has no I, L, O and U
 */
public record InvitationCode(String text) implements TypedCode {
    /** How much luck goes into a code; the last two bits stay unused. */
    public static final int RANDOM_BYTES = 9;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DATA = 14;
    private static final int LENGTH = DATA + CheckSymbols.COUNT;
    private static final Pattern SHOWN = Pattern.compile("[%1$s]{4}(-[%1$s]{4}){3}".formatted(ALPHABET));

    /**
     * Only a right code as it is shown; {@link #parse} takes what people type.
     *
     * @throws IllegalArgumentException it is anything else
     */
    public InvitationCode {
        if (!SHOWN.matcher(text).matches() || !holds(symbols(text)))
            throw new IllegalArgumentException("not an invitation code");
    }

    /**
     * The code of this luck.
     *
     * @param random nine bytes nobody can guess
     * @throws IllegalArgumentException they are not nine
     */
    public static InvitationCode of(byte[] random) {
        if (random.length != RANDOM_BYTES) throw new IllegalArgumentException("a code is made of nine bytes");
        var bits = new BigInteger(1, random);
        int[] data = IntStream.rangeClosed(1, DATA)
                .map(nth -> bits.shiftRight(8 * RANDOM_BYTES - 5 * nth).intValue() & 31)
                .toArray();
        return shown(IntStream.concat(Arrays.stream(data), Arrays.stream(CheckSymbols.of(data)))
                .toArray());
    }

    /**
     * A new code.
     *
     * @param random one that nobody can guess, such as a SecureRandom
     */
    public static InvitationCode draw(RandomGenerator random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /** Takes small letters, O for 0, I and L for 1, and spaces and dashes of every kind wherever they stand. */
    public static TypedCode parse(String typed) {
        int[] letters = typed.codePoints().filter(InvitationCode::isLetter).toArray();
        for (int place = 1; place <= letters.length; place++)
            if (symbol(letters[place - 1]) < 0)
                return new Mistake("unknown-letter", Character.toString(letters[place - 1]), place);
        if (letters.length != LENGTH) return new Mistake("wrong-length", null, null);
        int[] symbols = Arrays.stream(letters).map(InvitationCode::symbol).toArray();
        return holds(symbols) ? shown(symbols) : new Mistake("mistyped", null, null);
    }

    @Override
    public String toString() {
        return "InvitationCode[…]";
    }

    private static InvitationCode shown(int[] symbols) {
        String letters = Arrays.stream(symbols)
                .mapToObj(symbol -> ALPHABET.substring(symbol, symbol + 1))
                .collect(Collectors.joining());
        return new InvitationCode(letters.replaceAll("(.{4})(?!$)", "$1-"));
    }

    private static int[] symbols(String shown) {
        return shown.chars()
                .filter(letter -> letter != '-')
                .map(ALPHABET::indexOf)
                .toArray();
    }

    private static boolean holds(int[] symbols) {
        return Arrays.equals(CheckSymbols.of(Arrays.copyOf(symbols, DATA)), Arrays.copyOfRange(symbols, DATA, LENGTH));
    }

    /** White space, dashes and what cannot be seen only separate; the minus sign is there for its looks. */
    private static boolean isLetter(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION,
                    Character.FORMAT -> false;
            default -> point != '\u2212' && (point < '\t' || point > '\r');
        };
    }

    /** The value of a letter, or -1. */
    private static int symbol(int point) {
        int letter = point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point;
        return switch (letter) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(letter);
        };
    }
}
