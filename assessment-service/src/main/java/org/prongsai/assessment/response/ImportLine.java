package org.prongsai.assessment.response;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One synthetic respondent's answers in a file: {@code {"agency","instrument","part","token","answers":{…}}}. */
record ImportLine(
        @Nullable String agency,
        @Nullable String instrument,
        @Nullable String part,
        @Nullable String token,
        @Nullable String language,
        @Nullable String framework,
        @Nullable Map<String, @Nullable String> answers) {

    Submission submission() {
        var ticket = new Submission.Ticket(token, null);
        return new Submission(instrument, part, language, null, framework, ticket, null, null, answers);
    }
}
