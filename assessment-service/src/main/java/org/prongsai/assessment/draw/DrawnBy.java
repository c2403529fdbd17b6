package org.prongsai.assessment.draw;

import java.util.List;
import java.util.Locale;
import org.prongsai.web.Caller;
import org.prongsai.web.Role;

/** Who gives out invitations: the unit itself, somebody above it, or the authority. */
enum DrawnBy {
    UNIT,
    ABOVE,
    AUTHORITY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a caller is to a unit with this path, root … self. */
    static DrawnBy of(Caller caller, List<String> path) {
        if (caller.has(Role.ADMIN) || caller.has(Role.ASSESSOR)) {
            return AUTHORITY;
        }
        return caller.covers(path.subList(0, Math.max(0, path.size() - 1))) ? ABOVE : UNIT;
    }

    /**
     * Where a caller stands on this path, root … self: what is said of that agency, or above it, is said of the caller, and
     * what is said of an agency below is not.
     */
    static List<String> place(Caller caller, List<String> path) {
        int depth = 1;
        while (depth < path.size() && !caller.covers(path.subList(0, depth))) {
            depth++;
        }
        return path.subList(0, Math.min(depth, path.size()));
    }
}
