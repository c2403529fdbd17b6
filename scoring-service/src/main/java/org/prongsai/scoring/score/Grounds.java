package org.prongsai.scoring.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.UnverifiedPart;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.framework.Edition;

/**
 * Everything known about a unit at this moment, however little.
 *
 * @param round null until it was told
 * @param edition the round's framework, null until it was told
 * @param agency null until it was told
 */
public record Grounds(
        Unit unit,
        @Nullable RoundState round,
        @Nullable Edition edition,
        @Nullable Candidate agency,
        Map<String, Integer> population,
        List<Counted> tallies,
        Map<String, Integer> marks) {

    /**
     * A part's tally.
     *
     * @param tally null while the framework of its answers was not told
     */
    public record Counted(
            String instrument, String part, @Nullable Tally tally) {

        /** As it is kept. */
        static Counted of(String instrument, String part, @Nullable Form form, String body) {
            return new Counted(instrument, part, form == null ? null : Tally.parse(form, body));
        }

        /** Whether these are answers to the questions of this form, be the wording another one. */
        boolean answers(@Nullable Form form) {
            return tally != null && tally.form().equals(form);
        }
    }

    /** How many could answer each survey. */
    public static Map<String, Integer> population(int internal, int external) {
        return Map.of("iit", internal, "eit", external);
    }

    boolean participates() {
        return round != null && agency != null && round.includes(agency);
    }

    /**
     * Tallies of other questions than the round's framework asks say nothing about it; those of an earlier version that
     * differs in words only go on counting. What is {@link Unverified} never counts.
     */
    static Evidence evidence(Edition edition, int k, Grounds grounds, Map<String, Integer> marks) {
        var tallies = new HashMap<String, Map<String, Tally>>();
        for (var each : grounds.tallies()) {
            var form = edition.form(each.instrument(), each.part());
            boolean verified = UnverifiedPart.original(each.part()).isEmpty();
            if (verified && each.tally() != null && each.answers(form))
                tallies.computeIfAbsent(each.instrument(), _ -> new HashMap<>()).put(each.part(), each.tally());
        }
        Framework framework = edition.framework();
        return Evidence.of(framework, k, tallies, new HashMap<>(marks), new HashMap<>(grounds.population()));
    }
}
