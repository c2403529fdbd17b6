package org.prongsai.scoring.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.prongsai.contracts.assessment.UnverifiedPart;
import org.prongsai.methodology.score.InstrumentScore;
import org.prongsai.methodology.score.PartScore;
import org.prongsai.methodology.score.Remark;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Grounds.Counted;

/**
 * Answers that nothing vouched for: how many they are is said beside the parts of their survey, and that is all they do.
 * They have no score, and add to no minimum.
 */
record Unverified(List<Place> places) {

    private static final String REASON = "unverified";

    private record Place(String instrument, String part, long responses) {

        PartScore shown() {
            return new PartScore(part, responses, null, false);
        }

        Remark remark() {
            return new Remark(instrument, part, REASON, null, responses);
        }
    }

    static Unverified of(Edition edition, List<Counted> tallies) {
        return new Unverified(tallies.stream()
                .filter(each -> UnverifiedPart.original(each.part()).isPresent())
                .flatMap(each -> place(edition, each))
                .sorted(Comparator.comparing(Place::instrument).thenComparing(Place::part))
                .toList());
    }

    private static Stream<Place> place(Edition edition, Counted counted) {
        var form = edition.form(counted.instrument(), counted.part());
        var tally = counted.tally();
        if (tally == null || !counted.answers(form)) return Stream.empty();
        return Stream.of(new Place(counted.instrument(), counted.part(), tally.respondents()))
                .filter(place -> place.responses() > 0);
    }

    List<InstrumentScore> shownBeside(List<InstrumentScore> instruments) {
        return instruments.stream().map(this::shownBeside).toList();
    }

    private InstrumentScore shownBeside(InstrumentScore of) {
        var parts = new ArrayList<>(of.parts());
        places.stream()
                .filter(place -> place.instrument().equals(of.code()))
                .map(Place::shown)
                .forEach(parts::add);
        return parts.size() == of.parts().size()
                ? of
                : new InstrumentScore(
                        of.code(),
                        of.weight(),
                        of.score(),
                        of.standardError(),
                        of.interval(),
                        of.spread(),
                        of.responses(),
                        of.minimum(),
                        of.adequacy(),
                        parts);
    }

    Stream<Remark> remarks() {
        return places.stream().map(Place::remark);
    }
}
