package org.prongsai.methodology.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference.
 *
 * @param path by names and codes, as in {@code /instruments/oit/indicators/9/subIndicators/9.1/items/o1/text/th}
 * @param before what stood there, null where nothing did
 * @param after what stands there, null where nothing does
 * @param wording only words, their language or their source: nothing that an answer or a mark is worth, or that must be shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        Kind kind,
        String path,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        boolean wording) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same answers and marks lead to other points. */
        WORTH_CHANGED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
