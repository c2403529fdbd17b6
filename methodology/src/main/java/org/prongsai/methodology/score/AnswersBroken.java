package org.prongsai.methodology.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;
import org.prongsai.methodology.score.Breakdown.Cover;
import org.prongsai.methodology.score.Breakdown.Name;

/** Breaks a survey down into its parts, and decides what of each part is kept back. */
record AnswersBroken(Evidence evidence, Instrument instrument, Judged judged, Veil veil) {
    private static final int WEAKEST = 3;

    static Breakdown of(Evidence evidence, Instrument instrument) {
        var judged = Judged.of(evidence, instrument);
        var veil = Veil.of(judged.shown(), evidence.k());
        return new AnswersBroken(evidence, instrument, judged, veil).whole();
    }

    private Breakdown whole() {
        var shown = judged.shown();
        return new Breakdown(
                instrument.code(),
                instrument.title(),
                instrument.weight(),
                shown.score(),
                judged.hidden() ? belowMinimum() : none(),
                shown.responses(),
                shown.minimum(),
                shown.adequacy(),
                instrument.parts().stream().map(this::part).toList(),
                List.of());
    }

    /** Where no part has k answers there is no score either. */
    private @Nullable Cover none() {
        boolean some = veil.parts().stream().anyMatch(PartScore::counted);
        return some || judged.outcome().responses() == 0
                ? null
                : cover(veil.parts().getFirst().code(), Visibility.SCORE);
    }

    private Cover belowMinimum() {
        long minimum = Optional.ofNullable(judged.minimum()).orElse(0);
        return new Cover("below-minimum", List.of(new Veil.Need(null, minimum)));
    }

    private Breakdown.Part part(Part of) {
        var measured = evidence.of(instrument).stream()
                .filter(each -> each.part().equals(of.code()))
                .findFirst()
                .orElseGet(() -> Measured.ofSums(instrument.code(), of.code(), 0, Map.of()));
        var hidden = hidden(measured, Visibility.INDICATORS);
        var score = judged.outcome().pieces().stream()
                .filter(each -> each.code().equals(of.code()))
                .findFirst()
                .flatMap(Outcome.Piece::score)
                .filter(_ -> hidden == null)
                .map(exact -> exact.rounded(judged.places()));
        var pieces = new PartBroken(measured, judged.places(), hidden, hidden(measured, Visibility.OPTIONS));
        return new Breakdown.Part(
                of.code(),
                of.title(),
                of.weight(),
                measured.responses() > 0 && measured.responses() >= evidence.k(),
                measured.responses(),
                judged.hidden() ? Visibility.HIDDEN : veil.of(of.code()),
                score.orElse(null),
                hidden,
                hidden == null ? weakest(measured) : null,
                pieces.of(instrument));
    }

    /** Nobody's answers are kept back where nobody answered. */
    private @Nullable Cover hidden(Measured part, Visibility wanted) {
        if (part.responses() == 0) return null;
        if (veil.of(part.part()).compareTo(wanted) < 0) return cover(part.part(), wanted);
        return judged.hidden() ? belowMinimum() : null;
    }

    private Cover cover(String part, Visibility wanted) {
        return new Cover(Veil.REASON, veil.needs(part, wanted));
    }

    private List<Name> weakest(Measured part) {
        var tally = part.tally();
        if (tally == null) return List.of();
        return ItemMeans.of(instrument, tally).weakest(WEAKEST).stream()
                .map(code -> instrument.item(code).orElseThrow())
                .map(item -> new Name(item.code(), item.text()))
                .toList();
    }
}
