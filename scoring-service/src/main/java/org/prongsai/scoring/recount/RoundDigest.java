package org.prongsai.scoring.recount;

import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.tally.TallyKey;

/** The fingerprints of one round's counts, as the log says and as they are kept; tallies come in the order of their lines. */
final class RoundDigest {
    private final Digest recounted = new Digest();

    /** The same object until the first tally that differs. */
    private Digest live = recounted;

    private int tallies;

    /** @param kept the same object as {@code counted} where both are the same tally */
    void add(TallyKey key, @Nullable Tally counted, @Nullable Tally kept) {
        tallies++;
        var lines = new CountLines(key.agency(), key.instrument(), key.part());
        if (live == recounted && kept != counted) live = recounted.copy();
        if (counted != null) lines.of(counted).forEach(recounted::add);
        if (kept != null && live != recounted) lines.of(kept).forEach(live::add);
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
