package org.prongsai.contracts.assessment;

import java.util.List;

/**
 * Who takes part in a round: the units of these types in the subtree of {@code parent}.
 *
 * @param types empty means every type
 */
public record Participants(String parent, List<String> types) {

    public Participants {
        types = List.copyOf(types);
    }

    /** Whether an agency with this path (root … self) and type takes part. */
    public boolean include(List<String> path, String type) {
        return path.contains(parent) && (types.isEmpty() || types.contains(type));
    }
}
