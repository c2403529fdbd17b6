package org.prongsai.portal.unit;

import java.util.List;
import java.util.Map;

/**
 * An agency in its place.
 *
 * @param path from the root to itself
 */
public record Unit(String agency, List<String> path, String type, Map<String, String> name) {

    /** All above it. */
    public List<String> above() {
        return path.subList(0, Math.max(0, path.size() - 1));
    }
}
