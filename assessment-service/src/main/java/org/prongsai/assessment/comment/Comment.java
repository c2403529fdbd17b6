package org.prongsai.assessment.comment;

import java.util.UUID;

/**
 * What somebody wrote.
 *
 * @param id made at random by whoever wrote it
 * @param language of the form
 */
record Comment(UUID id, String language, String text) {

    @Override
    public String toString() {
        return "Comment[…]";
    }
}
