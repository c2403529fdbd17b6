package org.prongsai.portal.desk;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number of people as people write it: with Thai digits, commas between thousands and spaces around. */
public final class Count {

    private static final Pattern WRITTEN = Pattern.compile("\\p{Nd}{1,9}|\\p{Nd}{1,3}(,\\p{Nd}{3}){1,2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Count() {}

    public static OptionalInt typed(String text) {
        var stripped = text.strip();
        if (!WRITTEN.matcher(stripped).matches()) return OptionalInt.empty();
        int number = 0;
        for (char letter : stripped.replace(",", "").toCharArray()) {
            number = number * 10 + Character.digit(letter, 10);
        }
        return OptionalInt.of(number);
    }

    /** The first number in a sentence of a service: what it expected. */
    public static OptionalInt said(@Nullable Object sentence) {
        Matcher number = NUMBER.matcher(String.valueOf(sentence));
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty();
    }
}
