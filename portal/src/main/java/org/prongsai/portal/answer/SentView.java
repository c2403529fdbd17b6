package org.prongsai.portal.answer;

import org.prongsai.portal.page.Qr;
import org.prongsai.portal.survey.Office;
import org.prongsai.portal.survey.Receipt;

/**
 * What is shown after answers were taken.
 *
 * @param key with which the answer can be changed
 * @param receiptQr leads to the page that checks the receipt
 * @param keyQr the key alone: an address that brings a key could be anybody's
 */
record SentView(Office.Agency agency, Office.Line line, Receipt receipt, String key, Qr receiptQr, Qr keyQr) {

    /** What stands after # is sent to no server. */
    static SentView of(Office.Agency agency, Office.Line line, Receipt receipt, String key, String site) {
        return new SentView(agency, line, receipt, key, Qr.of(site + "/receipt#" + receipt.receipt()), Qr.of(key));
    }
}
