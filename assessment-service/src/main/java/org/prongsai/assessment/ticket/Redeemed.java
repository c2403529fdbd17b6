package org.prongsai.assessment.ticket;

/**
 * An invitation and the number that is to be signed for it.
 *
 * @param codeHash of its code, in hex
 * @param blindedHash of the number, in hex
 */
record Redeemed(long key, String codeHash, String blindedHash) {

    @Override
    public String toString() {
        return "Redeemed[…]";
    }
}
