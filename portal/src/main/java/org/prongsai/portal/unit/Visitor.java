package org.prongsai.portal.unit;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a service is asked.
 *
 * @param authorization the header that came with the visitor's request; null where nobody is signed in
 * @param language in which faults are told
 */
public record Visitor(@Nullable String authorization, String language) {

    @Override
    public String toString() {
        return "Visitor[…]";
    }
}
