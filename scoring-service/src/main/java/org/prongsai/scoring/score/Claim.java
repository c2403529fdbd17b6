package org.prongsai.scoring.score;

import java.util.Optional;
import java.util.stream.Stream;
import org.prongsai.messaging.Told;

/** What an event claims to be about, held against what names look like and against the key under which it came. */
public final class Claim {
    private static final int LONGEST = 100;

    private Claim() {}

    /**
     * Why it can be about nothing; empty where it can.
     *
     * @param agency whose stream it must have come in, for only within a stream events are in order
     * @param names the other ones
     */
    public static Optional<String> fault(Told told, String agency, String... names) {
        if (!agency.equals(told.key())) return Optional.of("its agency is not the key it came under");
        return Stream.concat(Stream.of(agency), Stream.of(names))
                .map(Claim::misnamed)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why nothing has this name; empty where something may. */
    public static Optional<String> misnamed(String name) {
        return plausible(name)
                ? Optional.empty()
                : Optional.of("no round, agency or item is called " + printable(name));
    }

    private static boolean plausible(String name) {
        if (name.isEmpty() || name.length() > LONGEST) return false;
        for (int place = 0; place < name.length(); place++) if (!plausible(name.charAt(place))) return false;
        return true;
    }

    /**
     * In public lines a comma ends a name, and whatever sorts before one would upset their order. Half a character comes
     * back from a database as another one.
     */
    private static boolean plausible(char letter) {
        return letter > ',' && !Character.isISOControl(letter) && !Character.isSurrogate(letter);
    }

    /** A reason is kept in a table, which takes no NUL and no half of a character. */
    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
