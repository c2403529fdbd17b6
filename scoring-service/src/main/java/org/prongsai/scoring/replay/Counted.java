package org.prongsai.scoring.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.tally.Counting;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;

/** The answers of some partitions of the log, counted as they are told by the code that counts them in the service. */
final class Counted {
    private final @Nullable String round;
    private final Counting counting;
    private final Map<String, Moves> moves = new HashMap<>();
    private final Consumer<Integer> progress;

    /**
     * @param round the only one to be counted, or null for all
     * @param editions of frameworks, by ref; may grow while it counts
     * @param progress hears how many more answers were counted
     */
    Counted(@Nullable String round, Map<String, Edition> editions, Consumer<Integer> progress) {
        this.round = round;
        this.counting = Counting.from(editions);
        this.progress = progress;
    }

    void hear(List<Told> batch) {
        for (var told : batch)
            if (told.event() instanceof ResponsesReleased release && wanted(release)) take(told, release);
    }

    private boolean wanted(ResponsesReleased release) {
        return round == null || round.equals(release.round());
    }

    private void take(Told told, ResponsesReleased release) {
        int refused = counting.refused().size();
        counting.take(told);
        if (counting.refused().size() > refused) return;
        var known = moves.computeIfAbsent(release.round(), _ -> new Moves());
        release.added().forEach(each -> known.add(each.id()));
        release.withdrawn().forEach(each -> known.withdraw(each.id()));
        progress.accept(release.added().size() + release.withdrawn().size());
    }

    Map<TallyKey, Sum> sums() {
        return counting.sums();
    }

    /** By round. */
    Map<String, Moves> moves() {
        return moves;
    }

    /** Releases that can never count. */
    List<Refused> refused() {
        return counting.refused();
    }
}
