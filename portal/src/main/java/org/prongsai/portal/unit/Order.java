package org.prongsai.portal.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invitations to be drawn, in the words of the service.
 *
 * @param count for slips
 * @param people addresses, for letters
 * @param language of the letters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
        String instrument,
        String channel,
        @Nullable Integer count,
        @Nullable List<String> people,
        @Nullable String language) {

    public static Order slips(String instrument, int count) {
        return new Order(instrument, "slips", count, null, null);
    }

    public static Order letters(String instrument, List<String> addresses, String language) {
        return new Order(instrument, "message", null, addresses, language);
    }

    @Override
    public String toString() {
        return "Order[…]";
    }
}
