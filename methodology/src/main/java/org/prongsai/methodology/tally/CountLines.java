package org.prongsai.methodology.tally;

import java.util.ArrayList;
import java.util.List;

/** The public counts of one unit's part, as lines {@code agency,instrument,part,question,option,count} in byte order. */
public record CountLines(String agency, String instrument, String part) {

    public List<String> of(Tally tally) {
        var beginning = agency + "," + instrument + "," + part + ",";
        var lines = new ArrayList<String>();
        tally.eachCount((option, count) -> lines.add(beginning + option + count));
        return lines;
    }
}
