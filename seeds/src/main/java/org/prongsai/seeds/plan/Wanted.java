package org.prongsai.seeds.plan;

import java.util.Map;
import org.prongsai.seeds.demo.Profile;

/** How many responses somebody wants: as many as usual, so many in all, or so many in each unit of a profile. */
public sealed interface Wanted {

    /** Ten national rounds. */
    int MOST = 13_500_000;

    record Usual() implements Wanted {}

    record Total(int responses) implements Wanted {}

    record Each(Map<Profile, Integer> responses) implements Wanted {}

    /** {@code 1000000} or {@code good=120,too-few=9}. */
    static Wanted of(String text) {
        if (text.contains("=")) return new Each(Pairs.of(text, number(), Wanted::responses));
        try {
            return new Total(responses(text));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("it is neither " + number() + " nor a list such as good=120,poor=80");
        }
    }

    private static String number() {
        return "a whole number from 0 to %,d".formatted(MOST);
    }

    private static int responses(String text) {
        boolean plain = text.matches("\\d{1,9}|\\d{1,3}(,\\d{3}){1,2}|\\d{1,3}(_\\d{3}){1,2}");
        int responses = plain ? Integer.parseInt(text.replaceAll("[_,]", "")) : -1;
        if (responses < 0 || responses > MOST) throw new NumberFormatException(text);
        return responses;
    }
}
