package org.prongsai.methodology.itemlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.framework.Item;

/**
 * Which item of a list is which of ours: the most alike titles find each other first. A code helps and does not decide, since lists are
 * renumbered from year to year; another code needs a title that is clearly the same.
 */
final class Matching {
    private static final double SAME_CODE = 0.2;
    private static final double ANOTHER_CODE_FROM = 0.6;

    private record Candidate(Listed listed, Item ours, double score) {}

    private Matching() {}

    static Map<Listed, Item> of(List<Listed> listed, Collection<Item> ours) {
        var candidates = new ArrayList<Candidate>();
        for (var each : listed) for (var item : ours) candidate(each, item, candidates);
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        var found = new HashMap<Listed, Item>();
        var used = new HashSet<Item>();
        for (var candidate : candidates)
            if (!found.containsKey(candidate.listed()) && used.add(candidate.ours()))
                found.put(candidate.listed(), candidate.ours());
        return found;
    }

    private static void candidate(Listed listed, Item ours, List<Candidate> into) {
        boolean sameCode = listed.code().equals(ours.code());
        double likeness = Likeness.of(ours.text(), listed.title());
        if (likeness >= (sameCode ? Likeness.ENOUGH : ANOTHER_CODE_FROM))
            into.add(new Candidate(listed, ours, likeness + (sameCode ? SAME_CODE : 0)));
    }
}
