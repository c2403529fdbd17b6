package org.prongsai.portal.receipt;

/**
 * The page that checks a receipt.
 *
 * @param typed as it was typed
 * @param found {@code counted}, {@code uncounted}, {@code aside} or {@code wrong}; empty before it is asked
 */
record ReceiptView(String typed, String found) {

    static final ReceiptView EMPTY = new ReceiptView("", "");

    public boolean wrong() {
        return found.equals("wrong");
    }

    @Override
    public String toString() {
        return "ReceiptView[…]";
    }
}
