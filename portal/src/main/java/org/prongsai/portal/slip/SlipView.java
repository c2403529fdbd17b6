package org.prongsai.portal.slip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.desk.FormFault;
import org.prongsai.portal.desk.Powers;
import org.prongsai.portal.unit.Draws;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;

/**
 * What the page shows on which invitations are drawn.
 *
 * @param why the words that say why nothing can be drawn; null where something can
 */
record SlipView(
        Standing standing,
        SlipForm form,
        FormFault.All faults,
        @Nullable String why) {

    static SlipView of(Standing standing, Powers powers, Instant now) {
        return new SlipView(standing, SlipForm.of(standing), FormFault.All.NONE, why(standing, powers, now));
    }

    private static @Nullable String why(Standing standing, Powers powers, Instant now) {
        var window = standing.window(Round.IIT);
        if (window.isEmpty() || window.get().over(now)) return "slips-closed";
        if (!powers.draw()) return "slips-by-others";
        if (standing.population() == null) return "slips-unregistered";
        return standing.left() == 0 ? "slips-all-out" : null;
    }

    SlipView filled(SlipForm typed, FormFault.All wrong) {
        return new SlipView(standing, typed, wrong, why);
    }

    /** Of staff, the latest first. */
    public List<Draws.Draw> draws() {
        return standing.draws().of(Round.IIT);
    }

    /** Whether something may have been drawn all the same. */
    public boolean unsure() {
        return faults.all().stream().anyMatch(fault -> fault.key().equals("slips-unknown"));
    }

    public String at() {
        return "/desk/" + standing.round().round() + "/" + standing.unit().agency();
    }
}
