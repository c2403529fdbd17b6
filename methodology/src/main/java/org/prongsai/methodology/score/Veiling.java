package org.prongsai.methodology.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.methodology.score.Explanation.Fact;
import org.prongsai.methodology.score.Explanation.Kind;

/**
 * Takes out of an explanation what nobody may see because few answered. What is hidden stays in its place, as a leaf
 * that says so; an exact number goes wherever it would give a hidden one away.
 */
final class Veiling {
    /** They tell how far answers lie apart. */
    private static final Set<String> OF_ANSWERS = Set.of("sampling", "standard-error");

    private final Map<String, Veil> veils;
    private final int k;

    private Veiling(Scorecard card, int k) {
        this.k = k;
        this.veils =
                card.instruments().stream().collect(Collectors.toMap(InstrumentScore::code, each -> Veil.of(each, k)));
    }

    static Explanation of(Explanation total, Evidence evidence) {
        return new Veiling(Scorecard.of(evidence), evidence.k()).total(total);
    }

    private Explanation total(Explanation of) {
        var instruments = of.children().stream().map(this::instrument).toList();
        boolean whole = veils.values().stream().allMatch(Veil::showsIndicators);
        // The exact total less the exact rest would be the exact small one.
        return whole || of.exact() == null ? of.with(instruments) : of.veiled(spreadHidden(of), instruments);
    }

    private Explanation instrument(Explanation of) {
        var veil = veil(of);
        if (!veil.showsIndicators()) {
            var facts = new ArrayList<>(spreadHidden(of));
            for (var part : veil.parts())
                if (part.counted() && part.responses() < Visibility.INDICATORS.from(k))
                    facts.add(small(part, Visibility.INDICATORS));
            return of.veiled(
                    facts, of.children().stream().map(Explanation::silent).toList());
        }
        var children = of.children().stream().map(each -> indicator(each, veil)).toList();
        return of.with(children);
    }

    private Veil veil(Explanation instrument) {
        return veils.getOrDefault(instrument.code(), new Veil(List.of(), k));
    }

    private Explanation indicator(Explanation of, Veil veil) {
        // Marked, or asked in one way only: the items lie right below the indicator.
        if (of.children().stream().noneMatch(each -> each.kind() == Kind.PART))
            return veil.parts().size() == 1 ? asked(of, veil.parts().getFirst()) : of;
        return of.with(of.children().stream().map(each -> part(each, veil)).toList());
    }

    private Explanation part(Explanation of, Veil veil) {
        return veil.parts().stream()
                .filter(each -> each.code().equals(of.code()))
                .findFirst()
                .map(part -> asked(of, part))
                .orElse(of);
    }

    /** Items are shown from so many answers on that their options are. */
    private Explanation asked(Explanation of, PartScore part) {
        if (of.children().isEmpty() || Visibility.of(part.responses(), k).showsOptions()) return of;
        var facts = Stream.concat(of.facts().stream(), Stream.of(small(part, Visibility.OPTIONS)));
        return of.with(of.children().stream().map(Explanation::silent).toList()).saying(facts.toList());
    }

    private Fact small(PartScore part, Visibility wanted) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("part", part.code());
        figures.put("expected", Long.toString(wanted.from(k)));
        figures.put("actual", Long.toString(part.responses()));
        return new Fact(Veil.REASON, figures);
    }

    private static List<Fact> spreadHidden(Explanation of) {
        var others = of.facts().stream().filter(fact -> !OF_ANSWERS.contains(fact.key()));
        var spread = of.score() == null
                ? Stream.<Fact>of()
                : Stream.of(new Fact("standard-error", Map.of("spread", Spread.HIDDEN.code())));
        return Stream.concat(others, spread).toList();
    }
}
