package org.prongsai.scoring.score;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.web.Problem;

/**
 * A unit's score and the evidence that it came from, as of one moment, so that they agree.
 *
 * @param k how few answers of a group are never shown
 * @param unfiled items that nobody filed, which have the framework's mark
 */
public record Proof(Score score, int k, Evidence evidence, Set<String> unfiled) {

    /** Throws a refusal where the framework that the round was moved to was not heard of yet. */
    static Proof of(Found found, Grounds grounds) {
        var score = found.score();
        var round = grounds.round();
        var edition = grounds.edition();
        var agency = grounds.agency();
        if (round == null
                || edition == null
                || agency == null
                || !round.framework().equals(score.framework()))
            throw Problem.unavailable().refusal();
        var until = Timetable.of(round).markedUntil(agency.path());
        var marks = Marks.of(edition.framework(), grounds.marks(), until, found.moment());
        var evidence = Grounds.evidence(edition, round.k(), grounds, marks.counted());
        return new Proof(score, round.k(), evidence, unfiled(grounds.marks(), marks.counted()));
    }

    private static Set<String> unfiled(Map<String, Integer> given, Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .filter(mark -> !Objects.equals(given.get(mark.getKey()), mark.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
