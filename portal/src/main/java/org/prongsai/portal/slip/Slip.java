package org.prongsai.portal.slip;

import org.prongsai.portal.page.Qr;

/**
 * One invitation on paper.
 *
 * @param qr leads to the survey with the code in it, after # so that it is sent to no server
 */
record Slip(String code, Qr qr) {

    @Override
    public String toString() {
        return "Slip[…]";
    }
}
