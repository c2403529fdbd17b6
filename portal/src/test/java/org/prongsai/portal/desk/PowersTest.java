package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.unit.Draws;
import org.prongsai.portal.unit.Unit;
import org.prongsai.web.Caller;
import org.prongsai.web.Role;

class PowersTest {

    private static final Unit UNIT =
            new Unit("imm-test", List.of("bureau", "division", "imm-test"), "province", Map.of());

    private static final Powers NOTHING = new Powers(false, false, false, false);

    @Test
    void theCoordinatorOfAUnitDrawsUnlessThatWasTakenAway() {
        assertThat(powers(Role.COORDINATOR, "imm-test", "unit")).isEqualTo(new Powers(true, true, true, false));
        assertThat(powers(Role.COORDINATOR, "imm-test", "above")).isEqualTo(new Powers(true, false, true, false));
        assertThat(powers(Role.COORDINATOR, "division", "above").draw()).isTrue();
    }

    @Test
    void aCommanderDrawsButRegistersNothing() {
        assertThat(powers(Role.COMMANDER, "division", "above")).isEqualTo(new Powers(false, true, false, false));
    }

    @Test
    void whoeverWorksElsewhereIsOfferedNothing() {
        assertThat(powers(Role.COORDINATOR, "other", "unit")).isEqualTo(NOTHING);
        assertThat(powers(Role.EXECUTIVE, "imm-test", "unit")).isEqualTo(NOTHING);
        assertThat(powers(Role.AUDITOR, "", "unit")).isEqualTo(NOTHING);
    }

    @Test
    void theAuthorityMayDoAll() {
        assertThat(powers(Role.ADMIN, "", "above")).isEqualTo(new Powers(true, true, true, true));
        assertThat(powers(Role.ASSESSOR, "", "unit")).isEqualTo(new Powers(false, false, true, false));
    }

    private static Powers powers(Role role, String agency, String drawnBy) {
        var caller = new Caller("sub", Set.of(role), agency.isEmpty() ? List.of() : List.of(agency));
        return Powers.of(caller, UNIT, new Draws(drawnBy, List.of(), null));
    }
}
