package org.prongsai.gateway.problem;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where somebody signs in to come back to what they wanted. */
final class SignInAddress {
    private static final String SIGN_IN = "/sign-in";
    private static final String PLAIN = "-._~/";

    private SignInAddress() {}

    /**
     * Back to the address that failed, unless that was a step of signing in itself.
     *
     * @param wanted where such a step was to lead, if it is known
     */
    static String of(Visit visit, @Nullable String wanted) {
        if (wanted != null) {
            return SIGN_IN + "?to=" + encoded(wanted);
        }
        if (visit.path().equals(SIGN_IN)) {
            return visit.again();
        }
        return visit.isRepeatable() && !visit.path().startsWith("/login/")
                ? SIGN_IN + "?to=" + encoded(visit.again())
                : SIGN_IN;
    }

    /** Addresses have come here in ASCII, whatever was typed. */
    private static String encoded(String address) {
        return address.chars()
                .mapToObj(
                        character -> isPlain(character) ? Character.toString(character) : "%%%02X".formatted(character))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
    }
}
