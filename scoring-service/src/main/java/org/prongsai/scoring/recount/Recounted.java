package org.prongsai.scoring.recount;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.scoring.replay.LogCount;

/**
 * What a recount found, of all its rounds.
 *
 * @param missing a sentence for each place where records are missing from the log
 * @param reading seconds in which most of the log was read and counted
 * @param overdue records that the log held when the recount began and that no score knew when it ended
 * @param waiting those, and records that came since
 */
record Recounted(
        LogCount log,
        TallyCheck tallies,
        ScoreCheck scores,
        Differences differences,
        List<String> missing,
        double reading,
        long overdue,
        long waiting) {

    Recounted behind(List<String> sentences, long overdueRecords, long waitingRecords) {
        return new Recounted(log, tallies, scores, differences, sentences, reading, overdueRecords, waitingRecords);
    }

    /** Those with answers, scores or differences, in order. */
    List<String> rounds() {
        var rounds = new TreeSet<>(tallies.digests().keySet());
        rounds.addAll(scores.rounds());
        rounds.addAll(differences.rounds());
        return List.copyOf(rounds);
    }

    RecountResult of(String round, double seconds) {
        var digest = tallies.digests().getOrDefault(round, new RoundDigest());
        var moves = log.moves(round);
        int different = differences.found(round);
        return new RecountResult(
                "log",
                round,
                moves.added(),
                moves.withdrawn(),
                log.repeated(),
                seconds,
                reading,
                digest.recounted(),
                digest.live(),
                different == 0 && moves.wrong() == 0 && whole(),
                digest.tallies(),
                scores.scores(round),
                different,
                moves.wrong(),
                log.parked(),
                overdue,
                waiting,
                missing,
                differences.shown(round));
    }

    /** Whether the log lacks nothing that is kept, and what is kept lacks nothing of the log. */
    private boolean whole() {
        return missing.isEmpty() && overdue == 0;
    }

    /** Of all rounds; the digests are those of lines {@code round,digest}. */
    RecountResult all(List<RecountResult> rounds, double seconds) {
        return new RecountResult(
                "log",
                "",
                rounds.stream().mapToLong(RecountResult::responses).sum(),
                rounds.stream().mapToLong(RecountResult::withdrawn).sum(),
                log.repeated(),
                seconds,
                reading,
                digest(rounds, RecountResult::recounted),
                digest(rounds, RecountResult::live),
                rounds.stream().allMatch(RecountResult::equal) && whole(),
                rounds.stream().mapToInt(RecountResult::tallies).sum(),
                rounds.stream().mapToInt(RecountResult::scores).sum(),
                rounds.stream().mapToInt(RecountResult::different).sum(),
                rounds.stream().mapToLong(RecountResult::doubled).sum(),
                log.parked(),
                overdue,
                waiting,
                missing,
                rounds.stream()
                        .flatMap(each -> each.differences().stream())
                        .limit(Differences.SHOWN)
                        .toList());
    }

    private static String digest(List<RecountResult> rounds, Function<RecountResult, String> digest) {
        return Digest.of(rounds.stream()
                .map(each -> each.round() + "," + digest.apply(each))
                .toList());
    }
}
