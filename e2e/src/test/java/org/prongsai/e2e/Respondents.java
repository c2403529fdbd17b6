package org.prongsai.e2e;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Service users of one unit who answer the open part of the external survey, each with a token of their own. */
final class Respondents {

    private final Visitor visitor;
    private final String round;
    private final String agency;
    private final Map<String, String[]> options = new LinkedHashMap<>();
    private final Random random = new Random();

    Respondents(Visitor visitor, String round, String agency) {
        this.visitor = visitor;
        this.round = round;
        this.agency = agency;
        visitor.get("/api/v1/rounds/" + round + "/surveys/eit")
                .json()
                .path("questions")
                .forEach(question -> options.put(
                        question.path("code").asString(),
                        question.path("options")
                                .valueStream()
                                .map(option -> option.path("code").asString())
                                .toArray(String[]::new)));
    }

    /** A body with a token of its own and, to every question, the option at this place or the last one. */
    String body(int place) {
        byte[] token = new byte[32];
        random.nextBytes(token);
        var answers = new LinkedHashMap<String, String>();
        options.forEach((question, codes) -> answers.put(question, codes[Math.min(place, codes.length - 1)]));
        return Visitor.JSON.writeValueAsString(Map.of(
                "instrument", "eit",
                "part", "1",
                "language", "th",
                "ticket",
                        Map.of("token", Base64.getUrlEncoder().withoutPadding().encodeToString(token)),
                "answers", answers));
    }

    Visitor.Reply submit(String body) {
        return visitor.post(path(), "application/json", body);
    }

    String path() {
        return "/api/v1/rounds/" + round + "/agencies/" + agency + "/responses";
    }
}
