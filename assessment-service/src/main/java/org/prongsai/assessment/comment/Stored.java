package org.prongsai.assessment.comment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Etag;

/**
 * A comment as it is kept.
 *
 * @param text null once it was deleted
 * @param theme of a comment that was kept
 * @param essence what it says in the words of whoever reviewed it
 * @param version another one after each change; 0 while it is listed nowhere
 */
record Stored(
        UUID comment,
        String language,
        @Nullable String text,
        State state,
        @Nullable Theme theme,
        @Nullable String essence,
        int version) {

    /** One that came in since the night. */
    static Stored arrived(Comment comment) {
        return new Stored(comment.id(), comment.language(), comment.text(), State.WAITING, null, null, 0);
    }

    Etag tag() {
        return Etag.version(version);
    }

    boolean says(Comment other) {
        return other.text().equals(text) && other.language().equals(language);
    }

    @Override
    public String toString() {
        return "Stored[…]";
    }
}
