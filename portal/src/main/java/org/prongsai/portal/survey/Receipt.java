package org.prongsai.portal.survey;

import org.jspecify.annotations.Nullable;

/** @param part where the answer lies, if that is not the part that was asked for: such a one counts for no score */
public record Receipt(String receipt, @Nullable String part) {

    public boolean aside() {
        return part != null;
    }
}
