package org.prongsai.assessment.response;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A respondent's answers as they arrive.
 *
 * @param part of the instrument; {@code 1} if absent
 * @param language of the form that was answered; counted apart, never kept beside the answers
 * @param capacity in which the respondent came, a {@link Capacity}; counted apart like the language
 * @param framework the version ({@code name@n}) under which the form was shown; absent is the round's
 * @param proof a solved puzzle, where one is asked for
 * @param counterCode that the unit's counter shows, instead of a puzzle
 * @param answers option code by question code; an empty one is that question's fault, named beside all others
 */
record Submission(
        @Nullable String instrument,
        @Nullable String part,
        @Nullable String language,
        @Nullable String capacity,
        @Nullable String framework,
        @Nullable Ticket ticket,
        @Nullable String proof,
        @Nullable String counterCode,
        @Nullable @JsonSetter(contentNulls = Nulls.SET) Map<String, @Nullable String> answers) {

    /** The respondent's token, and the issuer's blind signature where the part asks for one; both base64url. */
    record Ticket(@Nullable String token, @Nullable String signature) {

        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }

    @Override
    public String toString() {
        return "Submission[…]";
    }
}
