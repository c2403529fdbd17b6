package org.prongsai.portal.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers on their way to the intake, in its words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
        String instrument,
        String part,
        String language,
        @Nullable String capacity,
        String framework,
        Ticket ticket,
        @Nullable String counterCode,
        Map<String, String> answers) {

    /** Of an open part: the respondent's own random number. */
    public record Ticket(String token) {

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
