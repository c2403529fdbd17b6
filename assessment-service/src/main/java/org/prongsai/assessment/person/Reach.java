package org.prongsai.assessment.person;

import java.util.List;
import org.prongsai.web.Caller;
import org.prongsai.web.Role;

/** Whose people a caller may see: everybody's, or those of the subtrees they act in. */
record Reach(boolean everywhere, List<String> agencies) {
    static final Reach EVERYWHERE = new Reach(true, List.of());

    static Reach of(Caller caller) {
        return caller.has(Role.ADMIN) ? EVERYWHERE : new Reach(false, caller.agencies());
    }
}
