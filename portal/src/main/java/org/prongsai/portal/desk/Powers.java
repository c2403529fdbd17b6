package org.prongsai.portal.desk;

import org.prongsai.portal.unit.Draws;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Unit;
import org.prongsai.web.Caller;
import org.prongsai.web.Role;

/**
 * What a page offers a visitor to do for a unit. The service decides in the end; nobody is offered what it would refuse.
 *
 * @param register to say how many people the unit has
 * @param draw to draw invitations for its staff
 * @param counter to see the codes that its counter shows
 * @param authority to correct, with a reason, what the unit no longer may
 */
public record Powers(boolean register, boolean draw, boolean counter, boolean authority) {

    public static Powers of(Caller caller, Unit unit, Draws draws) {
        boolean admin = caller.has(Role.ADMIN);
        boolean coordinator = caller.has(Role.COORDINATOR) && caller.covers(unit.path());
        boolean commander = caller.has(Role.COMMANDER) && caller.covers(unit.path());
        boolean above = caller.covers(unit.above());
        return new Powers(
                admin || coordinator,
                admin || (coordinator || commander) && (above || draws.drawnBy().equals("unit")),
                admin || coordinator || caller.has(Role.ASSESSOR),
                admin);
    }

    /** Whether the survey of this instrument concerns who has the counter's codes. */
    public boolean counter(String instrument) {
        return counter && instrument.equals(Round.EIT);
    }
}
