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
 * @param framework the version ({@code name@n}) under which the form was shown; absent is the round's
 * @param answers option code by question code; an empty one is that question's fault, named beside all others
 */
record Submission(
        @Nullable String instrument,
        @Nullable String part,
        @Nullable String language,
        @Nullable String framework,
        @Nullable Ticket ticket,
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
