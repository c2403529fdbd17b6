package org.prongsai.methodology.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.tally.Tally;

/** The exact mean of each item that anybody gave a value, in the order of the form. */
public record ItemMeans(Map<String, Ratio> byItem) {

    public static ItemMeans of(Instrument instrument, Tally tally) {
        var means = new LinkedHashMap<String, Ratio>();
        for (var item : instrument.items())
            Shares.of(item, tally).mean(tally).ifPresent(mean -> means.put(item.code(), mean));
        return new ItemMeans(means);
    }

    /** The codes of the weakest items, weakest first, equals in the order of the form. */
    public List<String> weakest(int count) {
        return byItem.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }
}
