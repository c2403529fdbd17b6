package org.prongsai.portal.desk;

import org.prongsai.portal.unit.Unit;

/** @param lead the unit as part of which another one is assessed in this round */
record JointView(String round, Unit lead) {

    public String at() {
        return "/desk/" + round + "/" + lead.agency();
    }
}
