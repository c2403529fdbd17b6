package org.prongsai.methodology.itemlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Item;

/**
 * One item of the list beside the framework's own.
 *
 * @param listed null where the list no longer has it
 * @param ours null where the framework has none like it
 */
public record Pair(
        @JsonProperty("official") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Listed listed,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Item ours,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String oursIn,
        Fate fate) {

    public enum Fate {
        SAME,
        /** The same code and place under another title. */
        REWORDED,
        /** The same code in another sub-indicator. */
        MOVED,
        /** The same title under another code. */
        RENUMBERED,
        ADDED,
        MISSING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The title in a language, official where there is one. */
    public String title(String language) {
        Map<String, String> titles = listed != null ? listed.title() : ours != null ? ours.text() : Map.of();
        return titles.getOrDefault(language, "");
    }
}
