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
 * @param waiting records of answers and marks that the log holds and no score knows yet
 */
record Recounted(
        LogCount log,
        TallyCheck tallies,
        ScoreCheck scores,
        Differences differences,
        List<String> missing,
        long waiting,
        double reading) {

    Recounted lacking(List<String> sentences) {
        return new Recounted(log, tallies, scores, differences, sentences, waiting, reading);
    }

    /** Those with answers or scores, in order. */
    List<String> rounds() {
        var rounds = new TreeSet<>(tallies.digests().keySet());
        rounds.addAll(scores.rounds());
        return List.copyOf(rounds);
    }

    RecountResult of(String round, double seconds) {
        var digest = tallies.digests().getOrDefault(round, new RoundDigest());
        var ids = log.ids(round);
        int different = differences.found(round);
        return new RecountResult(
                "log",
                round,
                ids.added(),
                ids.withdrawn(),
                log.repeated(),
                seconds,
                reading,
                digest.recounted(),
                digest.live(),
                different == 0 && ids.wrong() == 0 && missing.isEmpty(),
                digest.tallies(),
                scores.scores(round),
                different,
                ids.wrong(),
                log.parked(),
                waiting,
                missing,
                differences.shown(round));
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
                rounds.stream().allMatch(RecountResult::equal) && missing.isEmpty(),
                rounds.stream().mapToInt(RecountResult::tallies).sum(),
                rounds.stream().mapToInt(RecountResult::scores).sum(),
                rounds.stream().mapToInt(RecountResult::different).sum(),
                rounds.stream().mapToLong(RecountResult::doubled).sum(),
                log.parked(),
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
