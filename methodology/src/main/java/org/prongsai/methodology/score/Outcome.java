package org.prongsai.methodology.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;

/** What an instrument comes to, exactly: indicators that are missing have no score. */
record Outcome(
        Instrument instrument,
        Map<String, Ratio> indicators,
        Map<String, Ratio> subIndicators,
        List<Piece> pieces,
        Uncertainty uncertainty) {

    /** A part of it; one that was answered by too few counts as none. */
    record Piece(String code, long responses, int needed, Optional<Ratio> score) {
        boolean counted() {
            return responses > 0 && responses >= needed;
        }
    }

    /** The mean of its indicators; a missing one leaves no score. */
    Optional<Ratio> score() {
        return mean(instrument, indicators);
    }

    static Optional<Ratio> mean(Instrument instrument, Map<String, Ratio> indicators) {
        var codes = instrument.indicators().stream().map(Indicator::code).toList();
        if (!indicators.keySet().containsAll(codes)) return Optional.empty();
        return codes.stream().map(indicators::get).reduce(Ratio::plus).map(sum -> sum.over(codes.size()));
    }

    /** Over all parts, the small ones too: turnout is no answer. */
    long responses() {
        return pieces.stream().mapToLong(Piece::responses).sum();
    }
}
