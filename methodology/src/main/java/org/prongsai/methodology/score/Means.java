package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.prongsai.methodology.framework.Framework;

/**
 * What follows from published indicators alone: instruments, total and level. How many answered is not known, so neither the sample rule
 * nor a sampling error can be applied.
 *
 * @param instruments rounded scores, by instrument; one without all its indicators is missing
 * @param exact the total before it was rounded, empty where an instrument is missing
 */
public record Means(
        Map<String, BigDecimal> instruments, Optional<Ratio> exact, Optional<BigDecimal> total, Optional<Grade> level) {

    public static Means of(Framework framework, Map<String, Ratio> indicators) {
        int places = framework.rounding().places();
        var scores = new LinkedHashMap<String, BigDecimal>();
        var sum = Optional.of(Ratio.ZERO);
        for (var instrument : framework.instruments()) {
            var mean = Outcome.mean(instrument, indicators);
            mean.ifPresent(score -> scores.put(instrument.code(), score.rounded(places)));
            sum = sum.flatMap(before -> mean.map(score -> before.plus(score.times(Ratio.of(instrument.weight())))));
        }
        var total = sum.map(exact -> exact.rounded(places));
        var level = total.map(rounded -> framework.level(rounded, scores.values()))
                .map(reached -> new Grade(reached.code(), reached.title()));
        return new Means(scores, sum, total, level);
    }
}
