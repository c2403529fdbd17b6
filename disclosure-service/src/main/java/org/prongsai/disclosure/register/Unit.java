package org.prongsai.disclosure.register;

import java.util.List;

/** An agency and where it stands in the tree: its path from the root to itself. */
public record Unit(String agency, List<String> path, String type) {
    public Unit {
        path = List.copyOf(path);
    }
}
