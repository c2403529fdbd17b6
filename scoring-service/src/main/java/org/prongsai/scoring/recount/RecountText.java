package org.prongsai.scoring.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A recount in words, for whoever typed the command. */
final class RecountText {
    private static final int MOST = 20;
    private static final double LEAST = 0.001;

    private RecountText() {}

    /** One round: what was counted, the two digests, what differs. */
    static List<String> of(RecountResult round) {
        var lines = new ArrayList<String>();
        lines.add("Round " + round.round());
        lines.add("  %,d answers added, %,d taken back".formatted(round.responses(), round.withdrawn()));
        lines.add("  recounted  " + round.recounted());
        lines.add("  live       " + round.live());
        lines.add("  %,d tallies and %,d scores compared, %s"
                .formatted(
                        round.tallies(),
                        round.scores(),
                        round.different() == 0 ? "all equal" : "differences: %,d".formatted(round.different())));
        if (round.doubled() > 0)
            lines.add("  %,d answers were added twice, or taken back without having been added"
                    .formatted(round.doubled()));
        round.differences().forEach(each -> lines.add("    " + line(each)));
        if (round.different() > round.differences().size())
            lines.add("    and %,d more"
                    .formatted(round.different() - round.differences().size()));
        return printable(lines);
    }

    /** What stands in a damaged row may be written by whoever damaged it, for the terminal of whoever looks. */
    private static List<String> printable(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
    }

    private static String line(Difference each) {
        var place = Stream.of(each.agency(), each.instrument(), each.part(), each.what())
                .filter(Objects::nonNull)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        if (each.hidden() != null) return place + ": differs (" + each.hidden() + ", no figures)";
        if (each.recounted() == null && each.live() == null) return place;
        return "%s: recounted %s, live %s".formatted(place, shown(each.recounted()), shown(each.live()));
    }

    private static Object shown(@Nullable String figure) {
        return figure == null ? "nothing" : figure;
    }

    /** The log itself, and whether all is well. */
    static List<String> end(RecountResult all) {
        var lines = new ArrayList<String>();
        if (!all.missing().isEmpty()) lines.add("The log is not whole:");
        all.missing().stream().limit(MOST).forEach(each -> lines.add("  " + each));
        if (all.missing().size() > MOST)
            lines.add("  and %,d more places".formatted(all.missing().size() - MOST));
        if (all.duplicates() > 0)
            lines.add("%,d records lie in the log more than once and were counted once.".formatted(all.duplicates()));
        if (all.parked() > 0) lines.add("%,d records can never count: table parked tells why.".formatted(all.parked()));
        if (all.overdue() > 0)
            lines.add(
                    "%,d records that the log held when the recount began are in no score: the service has not heard them."
                            .formatted(all.overdue()));
        if (all.waiting() > all.overdue())
            lines.add("Records that came while it was counted, and wait for the service: %,d"
                    .formatted(all.waiting() - all.overdue()));
        lines.add(verdict(all) + figures(all));
        return printable(lines);
    }

    private static String verdict(RecountResult all) {
        if (all.equal()) return "Equal";
        boolean late =
                all.different() == 0 && all.doubled() == 0 && all.missing().isEmpty();
        return late ? "NOT UP TO DATE" : "NOT EQUAL";
    }

    private static String figures(RecountResult all) {
        long answers = all.responses() + all.withdrawn();
        return ": %,d answers in %.1f s, counted in %.1f s of them, %,.0f a second"
                .formatted(answers, all.seconds(), all.reading(), answers / Math.max(all.reading(), LEAST));
    }
}
