package org.prongsai.scoring.score;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.IndicatorScore;
import org.prongsai.methodology.score.InstrumentScore;
import org.prongsai.methodology.score.PartScore;
import org.prongsai.methodology.score.Scorecard;
import org.prongsai.methodology.score.Spread;
import org.prongsai.methodology.score.Veil;

/**
 * What of a scorecard nobody may see because few answered: an instrument whose smallest counted part has fewer answers
 * than indicators need shows its score and nothing else, and nothing from which the rest could be worked out.
 */
record SmallGroups(Set<String> instruments) {
    static SmallGroups of(Scorecard card, int k) {
        return new SmallGroups(card.instruments().stream()
                .filter(instrument -> !Veil.of(instrument, k).showsIndicators())
                .map(InstrumentScore::code)
                .collect(Collectors.toSet()));
    }

    private boolean hides(String instrument) {
        return instruments.contains(instrument);
    }

    @Nullable
    Estimate shown(@Nullable Estimate total) {
        return total == null || instruments.isEmpty() ? total : new Estimate(total.score(), null, null, Spread.HIDDEN);
    }

    List<InstrumentScore> shownInstruments(List<InstrumentScore> all) {
        return all.stream()
                .map(each -> hides(each.code()) ? scoreOnly(each) : each)
                .toList();
    }

    private static InstrumentScore scoreOnly(InstrumentScore of) {
        return new InstrumentScore(
                of.code(),
                of.weight(),
                of.score(),
                null,
                null,
                Spread.HIDDEN,
                of.responses(),
                of.minimum(),
                of.adequacy(),
                of.parts().stream().map(SmallGroups::withoutScore).toList());
    }

    /** A part's score beside the instrument's would give away the other part's. */
    private static PartScore withoutScore(PartScore of) {
        return new PartScore(of.code(), of.responses(), null, of.counted());
    }

    List<ShownIndicator> shownIndicators(List<IndicatorScore> all) {
        return all.stream().map(this::shown).toList();
    }

    private ShownIndicator shown(IndicatorScore of) {
        boolean hidden = hides(of.instrument());
        return new ShownIndicator(of.code(), of.instrument(), hidden ? null : of.score(), hidden ? Veil.REASON : null);
    }
}
