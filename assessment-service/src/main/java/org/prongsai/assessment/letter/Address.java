package org.prongsai.assessment.letter;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address to which a code is sent. */
public final class Address {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[!-~&&[^@<>()\\[\\]\\\\\",;:]]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private Address() {}

    /** Whether a mail server could take it. */
    public static boolean good(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    /** The same for all spellings that lead to one mailbox as far as anybody can see. */
    public static String mailbox(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
