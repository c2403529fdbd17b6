package org.prongsai.assessment.comment;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who reads a comment makes of it.
 *
 * @param verdict kept or set aside
 * @param theme of what is kept
 */
record Review(
        State verdict, @Nullable Theme theme, @Nullable String essence) {

    /** What an audit row may know of it. */
    String summary() {
        return theme == null ? verdict.code() : verdict.code() + " " + theme.code();
    }

    @Override
    public String toString() {
        return "Review[…]";
    }
}
