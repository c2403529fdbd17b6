package org.prongsai.assessment.response;

import java.util.Map;
import java.util.TreeMap;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.response.Token.TokenHash;
import org.prongsai.contracts.EventJson;

/** Answers that may be stored: complete, known, in time, under the hash of their token. */
record Admission(Place place, TokenHash tokenHash, Map<String, String> answers) {

    Admission {
        answers = new TreeMap<>(answers);
    }

    String json() {
        return EventJson.MAPPER.writeValueAsString(answers);
    }

    @Override
    public String toString() {
        return "Admission[…]";
    }
}
