package org.prongsai.assessment.turnout;

import java.util.List;
import org.prongsai.web.Caller;
import org.prongsai.web.Role;

/**
 * Who looks at turnout: the authority sees every unit as it is, others see those of their subtrees as they were in the
 * morning.
 */
record Onlooker(boolean authority, List<String> agencies) {

    static Onlooker of(Caller caller) {
        return new Onlooker(caller.has(Role.ADMIN) || caller.has(Role.AUDITOR), caller.agencies());
    }
}
