package org.prongsai.assessment.counter;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a counter shows in a slot: seven symbols that nobody can guess (35 bits) and one that betrays a mistyped code.
 *
 * @param text {@code XXXX-XXXX} in Crockford's base32, which has no I, L, O and U
 */
record CounterCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DATA = 7;
    private static final int LENGTH = DATA + 1;
    private static final int FIVE_BITS = 31;

    /** x⁵ + x² + 1, of which 2 (that is, x) is a primitive root. */
    private static final int FIELD = 0b100101;

    /** @param luck at least five bytes */
    static CounterCode of(byte[] luck) {
        var bits = new BigInteger(1, luck);
        int[] data = IntStream.rangeClosed(1, DATA)
                .map(nth -> bits.shiftRight(8 * luck.length - 5 * nth).intValue() & FIVE_BITS)
                .toArray();
        String letters = IntStream.concat(IntStream.of(data), IntStream.of(check(data)))
                .mapToObj(symbol -> ALPHABET.substring(symbol, symbol + 1))
                .collect(Collectors.joining());
        return new CounterCode(letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2));
    }

    /** What is wrong with the letters that somebody typed, whatever the code of the hour is. */
    static Optional<String> mistake(String typed) {
        int[] symbols = symbols(typed);
        if (symbols.length != LENGTH || IntStream.of(symbols).anyMatch(symbol -> symbol < 0)) {
            return Optional.of("malformed");
        }
        int[] data = IntStream.of(symbols).limit(DATA).toArray();
        return check(data) == symbols[DATA] ? Optional.empty() : Optional.of("mistyped");
    }

    /** Takes small letters, O for 0, I and L for 1, and spaces and hyphens wherever they stand. */
    boolean isTyped(String typed) {
        return Arrays.equals(symbols(typed), symbols(text));
    }

    private static int[] symbols(String typed) {
        return typed.chars()
                .filter(letter -> letter != '-' && !Character.isWhitespace(letter))
                .map(CounterCode::symbol)
                .toArray();
    }

    private static int symbol(int typed) {
        int letter = typed >= 'a' && typed <= 'z' ? typed - 'a' + 'A' : typed;
        return switch (letter) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(letter);
        };
    }

    /** Each symbol weighs a power of x, so that no wrong one, and no two neighbours that changed places, leave it as it is. */
    private static int check(int[] data) {
        int sum = 0;
        for (int symbol : data) {
            sum = twice(sum ^ symbol);
        }
        return sum;
    }

    private static int twice(int symbol) {
        int shifted = symbol << 1;
        return shifted > FIVE_BITS ? shifted ^ FIELD : shifted;
    }

    @Override
    public String toString() {
        return "CounterCode[…]";
    }
}
