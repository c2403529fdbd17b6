package org.prongsai.assessment.reception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Shows numbers of which each stands for k people or more, and puts the smaller ones together until they do too. */
final class Folding {

    /** What several values are shown as. */
    static final String OTHER = "other";

    private static final Comparator<Count> LARGEST_FIRST =
            Comparator.comparingLong(Count::answers).reversed().thenComparing(Count::value);

    /** So many answers came with this value. */
    record Count(String value, long answers) {}

    private Folding() {}

    /**
     * Of fewer than k in all nothing is shown. Where the small ones together are still fewer than k, the smallest large
     * one joins them, for the sum of all is known and would give them away.
     */
    static List<Count> of(Map<String, Long> answers, int k) {
        var shown = new ArrayList<Count>();
        answers.forEach((value, count) -> shown.add(new Count(value, count)));
        shown.sort(LARGEST_FIRST);
        long other = 0;
        while (!shown.isEmpty() && (shown.getLast().answers() < k || (other > 0 && other < k))) {
            other += shown.removeLast().answers();
        }
        if (other >= k) {
            shown.add(new Count(OTHER, other));
        }
        return shown;
    }
}
