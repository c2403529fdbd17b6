package org.prongsai.methodology.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.table.CountTable.Counts;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Digest;

/** Everything the files say about all units, ready to be scored one after the other. */
record Sheet(
        Framework framework,
        int k,
        Counts counts,
        SortedMap<String, Map<String, Integer>> marks,
        Map<String, Map<String, Integer>> populations) {

    List<String> agencies() {
        var agencies = new TreeSet<>(counts.byAgency().keySet());
        agencies.addAll(marks.keySet());
        return List.copyOf(agencies);
    }

    Evidence evidence(String agency) {
        return Evidence.of(
                framework,
                k,
                counts.byAgency().getOrDefault(agency, Map.of()),
                new HashMap<>(marks.getOrDefault(agency, Map.of())),
                new HashMap<>(populations.getOrDefault(agency, Map.of())));
    }

    /**
     * The digest over all counts, as {@code recount} and a published bundle state it. Ids and codes hold nothing that comes before a
     * comma, so that units, instruments and parts in their order are lines in byte order.
     */
    String digest() {
        var digest = new Digest();
        counts.byAgency()
                .forEach((agency, instruments) -> instruments.forEach(
                        (instrument, parts) -> parts.forEach((part, tally) -> new CountLines(agency, instrument, part)
                                .of(tally)
                                .forEach(digest::add))));
        return digest.text();
    }
}
