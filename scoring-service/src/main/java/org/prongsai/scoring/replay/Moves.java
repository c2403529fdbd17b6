package org.prongsai.scoring.replay;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.UUID;

/** Which answers of a round some partitions of the log add, and which they take back. */
final class Moves {
    private final Ids added = new Ids();
    private final Ids withdrawn = new Ids();

    void add(UUID id) {
        added.add(id);
    }

    void withdraw(UUID id) {
        withdrawn.add(id);
    }

    /** What all partitions together come to now. */
    static MoveCount count(List<Moves> all) {
        return new MoveCount(
                all.stream().mapToLong(each -> each.added.count()).sum(),
                all.stream().mapToLong(each -> each.withdrawn.count()).sum(),
                wrong(
                        new Runs(Ids.sorted(all.stream().map(each -> each.added).toList())),
                        new Runs(Ids.sorted(
                                all.stream().map(each -> each.withdrawn).toList()))));
    }

    private static long wrong(Runs added, Runs withdrawn) {
        long wrong = 0;
        while (added.more() || withdrawn.more()) {
            long id = added.least(withdrawn);
            long in = added.take(id);
            long out = withdrawn.take(id);
            wrong += Math.max(0, in - 1) + Math.max(0, out - (in > 0 ? 1 : 0));
        }
        return wrong;
    }

    /** Sorted ids, taken together where they are alike. */
    private static final class Runs {
        private final PrimitiveIterator.OfLong ids;
        private boolean more;
        private long next;

        Runs(PrimitiveIterator.OfLong ids) {
            this.ids = ids;
            forward();
        }

        private void forward() {
            more = ids.hasNext();
            if (more) next = ids.nextLong();
        }

        boolean more() {
            return more;
        }

        long least(Runs other) {
            if (!more) return other.next;
            return other.more ? Math.min(next, other.next) : next;
        }

        long take(long id) {
            long taken = 0;
            while (more && next == id) {
                taken++;
                forward();
            }
            return taken;
        }
    }
}
