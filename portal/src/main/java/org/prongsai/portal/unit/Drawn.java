package org.prongsai.portal.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn, told this once.
 *
 * @param codes null where they are for other eyes
 */
public record Drawn(
        String instrument,
        String keySha256,
        int invited,
        @Nullable List<String> codes) {

    @Override
    public String toString() {
        return "Drawn[…]";
    }
}
