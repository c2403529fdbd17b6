package org.prongsai.methodology.tally;

import java.util.ArrayList;
import java.util.List;

/** The public counts of one unit's part, as lines {@code agency,instrument,part,question,option,count} in byte order. */
public record CountLines(String agency, String instrument, String part) {

    public List<String> of(Tally tally) {
        var lines = new ArrayList<String>();
        for (int q = 0; q < tally.form().size(); q++) lines.addAll(of(tally, q));
        lines.sort(null);
        return lines;
    }

    private List<String> of(Tally tally, int q) {
        var question = tally.form().questions().get(q);
        var lines = new ArrayList<String>();
        for (int option = 0; option < question.options().size(); option++)
            if (tally.count(q, option) > 0)
                lines.add(String.join(
                        ",",
                        agency,
                        instrument,
                        part,
                        question.code(),
                        question.optionCodes().get(option),
                        Long.toString(tally.count(q, option))));
        return lines;
    }
}
