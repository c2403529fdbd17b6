package org.prongsai.notification.message;

import java.util.regex.Pattern;

/** An e-mail address as it may be shown: enough to recognise one's own, not enough to write to. */
final class Address {
    private static final Pattern ANY = Pattern.compile("([^\\s<>\"(),;:@])[^\\s<>\"(),;:@]*@([^\\s<>\"(),;:@]+)");

    private Address() {}

    /** The same text with every address in it masked: {@code c***@example.org}. */
    static String masked(String text) {
        return ANY.matcher(text).replaceAll("$1***@$2");
    }
}
