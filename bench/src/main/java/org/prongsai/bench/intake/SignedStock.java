package org.prongsai.bench.intake;

import java.util.List;

/** Tickets that were made ahead. */
final class SignedStock implements Tickets.Stock {

    private final List<byte[]> tickets;
    private final boolean endless;
    private int used;

    /** @param endless whether the first comes again after the last */
    SignedStock(List<byte[]> tickets, boolean endless) {
        this.tickets = tickets;
        this.endless = endless;
    }

    @Override
    public int length() {
        return tickets.getFirst().length;
    }

    @Override
    public byte[] next() {
        if (used == tickets.size() && !endless) {
            throw new IllegalStateException(
                    "all of %,d tickets are used: this machine answers faster than was foreseen".formatted(used));
        }
        return tickets.get(used++ % tickets.size());
    }
}
