package org.prongsai.assessment.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Fault;

/** A comment as somebody sends it: nothing checked yet, so that every fault can be named at once. */
record CommentForm(
        @Nullable String instrument,
        @Nullable String language,
        @Nullable String text,
        @Nullable String id) {

    static final int LONGEST = 2000;

    /** Random by its version; one that tells the time or the device it was made on is not taken. */
    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final String EXPECTED_ID = "a random UUID (version 4) in small letters, made for this comment alone";

    /** @param languages in which the survey can be answered */
    List<Fault> faults(List<String> languages) {
        var faults = new ArrayList<Fault>();
        if (instrument == null) {
            faults.add(new Fault("/instrument", "missing", Step.EIT.code(), null));
        } else if (!instrument.equals(Step.EIT.code())) {
            faults.add(new Fault("/instrument", "no-free-text", Step.EIT.code(), instrument));
        }
        if (language == null || !languages.contains(language)) {
            faults.add(new Fault("/language", language == null ? "missing" : "unknown-language", languages, language));
        }
        if (text == null) {
            faults.add(new Fault("/text", "missing", "1 to " + LONGEST + " characters", null));
        } else {
            Words.fault("/text", Words.of(text), LONGEST).ifPresent(faults::add);
        }
        if (id == null || !RANDOM.matcher(id).matches()) {
            faults.add(new Fault("/id", id == null ? "missing" : "wrong-value", EXPECTED_ID, null));
        }
        return faults;
    }

    /** Of a form without faults. */
    Comment comment() {
        return new Comment(
                UUID.fromString(Objects.requireNonNull(id)),
                Objects.requireNonNull(language),
                Words.of(Objects.requireNonNull(text)));
    }

    @Override
    public String toString() {
        return "CommentForm[…]";
    }
}
