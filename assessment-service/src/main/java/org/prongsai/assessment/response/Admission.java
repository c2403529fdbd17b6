package org.prongsai.assessment.response;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.response.Token.TokenHash;
import org.prongsai.contracts.EventJson;

/**
 * Answers that may be stored: complete, known, in time, under the hash of their token.
 *
 * @param place that was asked for, of which the hash is made too: a token has one receipt, wherever its answer lies
 * @param unverified whether nothing vouched for it: then it goes beside its place, unless its token is in there already
 */
record Admission(Place place, TokenHash tokenHash, Map<String, String> answers, boolean unverified) {

    Admission {
        answers = new TreeMap<>(answers);
    }

    /** The same without anything that vouches for it. */
    Admission aside() {
        return new Admission(place, tokenHash, answers, true);
    }

    /** Where it may come to lie. */
    List<Place> places() {
        return unverified ? List.of(place, place.unverified()) : List.of(place);
    }

    String json() {
        return EventJson.MAPPER.writeValueAsString(answers);
    }

    @Override
    public String toString() {
        return "Admission[…]";
    }
}
