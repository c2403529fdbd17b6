package org.prongsai.seeds.plan;

import org.prongsai.seeds.demo.Dice;
import org.prongsai.seeds.demo.Profile;

/** A unit for which a profile was drawn, with the luck that decides everything else about it. */
record Drawn(String agency, Profile profile, Dice luck) {

    boolean tooFew() {
        return profile == Profile.TOO_FEW;
    }

    /** How large the unit is beside others. */
    double size() {
        return 0.6 + 0.9 * luck.roll("size");
    }
}
