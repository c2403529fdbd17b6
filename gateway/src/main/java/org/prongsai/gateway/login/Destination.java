package org.prongsai.gateway.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: a page of ours, whatever a link asks for. */
final class Destination {
    static final String DESK = "/desk";
    private static final int LONGEST = 1000;
    private static final Set<String> STEPS = Set.of("/sign-in", "/sign-out", "/login");

    private Destination() {}

    static String of(@Nullable String wanted) {
        return wanted != null && isOurs(wanted) ? ascii(wanted) : DESK;
    }

    private static boolean isOurs(String wanted) {
        return wanted.startsWith("/")
                && wanted.length() <= LONGEST
                && !wanted.contains("//")
                && wanted.indexOf('\\') < 0
                && wanted.chars().noneMatch(Character::isISOControl)
                && isAddress(wanted)
                && STEPS.stream().noneMatch(step -> leadsTo(wanted, step));
    }

    /** Signing in would lead to signing in. */
    private static boolean leadsTo(String wanted, String step) {
        return wanted.equals(step) || Stream.of("/", "?", "#").anyMatch(next -> wanted.startsWith(step + next));
    }

    private static boolean isAddress(String wanted) {
        try {
            URI uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String ascii(String address) {
        return URI.create(address).toASCIIString();
    }
}
