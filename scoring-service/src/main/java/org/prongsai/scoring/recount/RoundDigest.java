package org.prongsai.scoring.recount;

import java.util.List;
import org.prongsai.methodology.tally.Digest;

/** The fingerprints of one round's counts, as the log says and as they are kept; tallies come in the order of their lines. */
final class RoundDigest {
    private final Digest recounted = new Digest();

    /** The same object until the first tally that differs. */
    private Digest live = recounted;

    private int tallies;

    /** @param kept the same object as {@code counted} where both are the same lines */
    void add(List<String> counted, List<String> kept) {
        tallies++;
        if (live == recounted && kept != counted) live = recounted.copy();
        counted.forEach(recounted::add);
        if (live != recounted) kept.forEach(live::add);
    }

    String recounted() {
        return recounted.text();
    }

    String live() {
        return live.text();
    }

    int tallies() {
        return tallies;
    }
}
