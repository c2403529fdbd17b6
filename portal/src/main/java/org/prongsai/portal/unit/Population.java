package org.prongsai.portal.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many people a unit has registered.
 *
 * @param tag to be sent with a change of it; empty where none was told
 */
public record Population(
        int internal,
        int external,
        int onLeave,
        @Nullable Map<String, Integer> minimumSample,
        @Nullable String tag) {

    /** As it is sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            int internal,
            int external,
            int onLeave,
            @Nullable String reason) {}

    /** Staff who may answer. */
    public int eligible() {
        return internal - onLeave;
    }

    /** How many must answer an instrument; 0 where nothing was told. */
    public int minimum(String instrument) {
        return minimumSample == null ? 0 : minimumSample.getOrDefault(instrument, 0);
    }

    Population tagged(String other) {
        return new Population(internal, external, onLeave, minimumSample, other);
    }
}
