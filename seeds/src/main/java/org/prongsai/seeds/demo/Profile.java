package org.prongsai.seeds.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of unit a demonstration needs, each by what its people think on average and how far they differ. */
public enum Profile {
    GOOD(92, 6, 9, 0),
    MEDIOCRE(77, 9, 13, 0),
    POOR(55, 12, 18, 0),
    TOO_FEW(84, 8, 11, 0),
    HONEST_EXCELLENT(102, 5, 8, 0),
    /** Nearly everybody who can be told what to answer gives the same perfect sheet. */
    COACHED(90, 6, 9, 0.96);

    private final double opinion;
    private final double betweenPeople;
    private final double betweenAnswers;
    private final double scripted;

    Profile(double opinion, double betweenPeople, double betweenAnswers, double scripted) {
        this.opinion = opinion;
        this.betweenPeople = betweenPeople;
        this.betweenAnswers = betweenAnswers;
        this.scripted = scripted;
    }

    public static Profile of(String code) {
        return Arrays.stream(values())
                .filter(profile -> profile.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a profile is one of " + codes() + ", not " + code));
    }

    public static String codes() {
        return Arrays.stream(values()).map(Profile::code).collect(Collectors.joining(", "));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What somebody this far from the average thinks, between 0 and 100 or a little beyond. */
    double opinion(double person, double answer) {
        return opinion + person * betweenPeople + answer * betweenAnswers;
    }

    /** The share that answers from a script, where nobody says another. */
    public double scripted() {
        return scripted;
    }

    /** The unit as assessors find it when they choose whom to ask. */
    Profile unrehearsed() {
        return this == COACHED ? MEDIOCRE : this;
    }
}
