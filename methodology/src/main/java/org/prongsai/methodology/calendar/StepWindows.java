package org.prongsai.methodology.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When one step is open: everybody's window, and the windows of branches by their topmost agency. */
public record StepWindows(Optional<Window> everybody, Map<String, Window> branches) {

    public StepWindows {
        branches = Map.copyOf(branches);
    }

    /** The window of an agency, given its path (root … self): that of the nearest branch, else everybody's. */
    public Optional<Window> of(List<String> path) {
        return path.reversed().stream()
                .flatMap(agency -> Stream.ofNullable(branches.get(agency)))
                .findFirst()
                .or(() -> everybody);
    }
}
