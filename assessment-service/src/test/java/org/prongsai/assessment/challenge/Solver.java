package org.prongsai.assessment.challenge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.prongsai.contracts.EventJson;
import tools.jackson.databind.JsonNode;

/** Solves puzzles as a browser does. */
final class Solver {

    private Solver() {}

    static int number(Puzzle puzzle) {
        try {
            return Altcha.solveChallenge(puzzle.challenge(), puzzle.salt(), Algorithm.SHA256, puzzle.maxnumber(), 0)
                    .number;
        } catch (Exception unsolvable) {
            throw new IllegalStateException(unsolvable);
        }
    }

    static String solve(Puzzle puzzle) {
        return payload(puzzle, number(puzzle));
    }

    static String solve(JsonNode challenge) {
        return solve(EventJson.MAPPER.convertValue(challenge, Puzzle.class));
    }

    /** As ALTCHA's widget writes it, time taken included. */
    static String payload(Puzzle puzzle, int number) {
        var solution = new LinkedHashMap<String, Object>();
        solution.put("algorithm", puzzle.algorithm());
        solution.put("challenge", puzzle.challenge());
        solution.put("number", number);
        solution.put("salt", puzzle.salt());
        solution.put("signature", puzzle.signature());
        solution.put("took", 1234);
        return Base64.getEncoder()
                .encodeToString(EventJson.MAPPER.writeValueAsString(solution).getBytes(StandardCharsets.UTF_8));
    }
}
