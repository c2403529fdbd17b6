package org.prongsai.scoring.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Grade;
import org.prongsai.methodology.score.InstrumentScore;
import org.prongsai.methodology.score.Remark;
import org.prongsai.methodology.score.Scorecard;
import org.prongsai.methodology.score.SubIndicatorScore;
import org.prongsai.scoring.framework.Edition;

/**
 * A unit's score as the API shows it.
 *
 * @param status {@code live}, later {@code certified} and {@code published}
 * @param rehearsal whether everybody only practises: such a score never counts
 * @param joint units that are assessed as part of this one
 * @param asOf the day (UTC) since when it stands like this; null while it is being written
 */
public record Score(
        String round,
        boolean synthetic,
        boolean rehearsal,
        String agency,
        List<String> joint,
        String framework,
        String status,
        Adequacy adequacy,
        @Nullable Instant asOf,
        @Nullable Estimate total,
        @Nullable Grade level,
        List<InstrumentScore> instruments,
        List<ShownIndicator> indicators,
        List<SubIndicatorScore> subIndicators,
        List<Remark> remarks) {

    static Score of(Grounds grounds, RoundState round, Edition edition, Marks marks) {
        var card = Scorecard.of(Grounds.evidence(edition, round.k(), grounds, marks.counted()));
        var small = SmallGroups.of(card, round.k());
        var unverified = Unverified.of(edition, grounds.tallies());
        return new Score(
                round.round(),
                round.synthetic(),
                round.rehearsal(),
                grounds.unit().agency(),
                round.with(grounds.unit().agency()),
                round.framework(),
                "live",
                card.adequacy(),
                null,
                small.shown(card.total()),
                card.level(),
                unverified.shownBeside(small.shownInstruments(card.instruments())),
                small.shownIndicators(card.indicators()),
                card.subIndicators(),
                Stream.of(card.remarks().stream(), marks.remarks().stream(), unverified.remarks())
                        .flatMap(each -> each)
                        .toList());
    }

    /** Nothing was measured yet, so there is nothing to tell anybody. */
    boolean empty() {
        return adequacy == Adequacy.NO_DATA
                && total == null
                && instruments.stream().allMatch(each -> each.score() == null);
    }

    /** Those that have a score, by code. */
    Map<String, BigDecimal> shownInstruments() {
        var shown = new LinkedHashMap<String, BigDecimal>();
        instruments.forEach(each -> put(shown, each.code(), each.score()));
        return shown;
    }

    Map<String, BigDecimal> shownIndicators() {
        var shown = new LinkedHashMap<String, BigDecimal>();
        indicators.forEach(each -> put(shown, each.code(), each.score()));
        return shown;
    }

    /** Codes of those of which nothing may be shown, separated by blanks; null if there are none. */
    @Nullable
    String hiddenIndicators() {
        var codes = indicators.stream()
                .filter(each -> each.hidden() != null)
                .map(ShownIndicator::code)
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? null : codes;
    }

    private static void put(Map<String, BigDecimal> into, String code, @Nullable BigDecimal score) {
        if (score != null) into.put(code, score);
    }

    Score asOf(Instant instant) {
        return new Score(
                round,
                synthetic,
                rehearsal,
                agency,
                joint,
                framework,
                status,
                adequacy,
                instant,
                total,
                level,
                instruments,
                indicators,
                subIndicators,
                remarks);
    }
}
