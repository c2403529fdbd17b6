package org.prongsai.seeds.plan;

import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.SampleRule;
import org.prongsai.seeds.demo.Profile;
import org.prongsai.seeds.demo.Unit;

/** Turns a unit's responses into people: so many that the unit is what its profile says under the framework's sample rule. */
record Staffing(SampleRule rule, int items, double coached) {

    private static final int PARTS = 3;
    private static final int COUNTED = 5;

    Staffing(Framework framework, double coached) {
        this(
                framework.sampleRule(),
                framework.instruments().stream()
                        .filter(Instrument::marked)
                        .mapToInt(instrument -> instrument.items().size())
                        .sum(),
                coached);
    }

    Unit unit(Drawn drawn, int responses) {
        int iit = share(responses, 0.30);
        int eit2 = share(responses, 0.27);
        int eit1 = responses - iit - eit2;
        Profile profile = drawn.profile();
        return new Unit(
                drawn.agency(),
                profile,
                profile == Profile.COACHED ? coached : profile.scripted(),
                people(drawn, iit, drawn.luck().roll("internal")),
                people(drawn, eit1 + eit2, drawn.luck().roll("external")),
                iit,
                eit1,
                eit2,
                missing(profile, drawn.luck().roll("missing")));
    }

    /** Never so few that the part would not count, where all three parts can. */
    private static int share(int responses, double share) {
        int part = (int) Math.round(responses * share);
        return responses >= PARTS * COUNTED ? Math.max(part, COUNTED) : part;
    }

    private int people(Drawn drawn, int answered, double luck) {
        if (drawn.tooFew()) return tooMany(answered);
        if (answered == 0) return (int) (30 + 120 * luck);
        int people = (int) Math.min(answered / (0.12 + 0.5 * luck), Math.max(answered, 10_000_000));
        return rule.minimum(people) <= answered ? people : answered;
    }

    /** So many that those who answered are too few. */
    private int tooMany(int answered) {
        int people = 60 + 20 * answered;
        if (rule.minimum(people) > answered) return people;
        if (rule.minimum(rule.capAbove() + 1) > answered) return rule.capAbove() + 1;
        throw new IllegalArgumentException(
                "--responses gives a unit of the profile too-few %,d answers to one survey: under the sample rule of the framework that is enough for any unit; ask for fewer"
                        .formatted(answered));
    }

    private int missing(Profile profile, double luck) {
        return switch (profile) {
            case HONEST_EXCELLENT -> 0;
            case GOOD, COACHED -> (int) (1 + 2 * luck);
            case TOO_FEW -> part(0.1);
            case MEDIOCRE -> part(0.14 + 0.1 * luck);
            case POOR -> part(0.45 + 0.15 * luck);
        };
    }

    private int part(double share) {
        return (int) Math.round(items * share);
    }
}
