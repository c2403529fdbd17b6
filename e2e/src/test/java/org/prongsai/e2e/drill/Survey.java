package org.prongsai.e2e.drill;

import java.util.Map;
import org.prongsai.e2e.Visitor;

/** One survey of the drill: how its numbers are written, and what was promised of them. */
record Survey(String instrument, Numbered numbered, Ledger ledger) {

    static Survey of(String instrument, Numbered numbered) {
        return new Survey(instrument, numbered, new Ledger(numbered.size()));
    }

    String body(Map<String, String> ticket, int number) {
        return body(ticket, numbered.answers(number));
    }

    String body(Map<String, String> ticket, Map<String, String> answers) {
        return Visitor.JSON.writeValueAsString(
                Map.of("instrument", instrument, "part", "1", "language", "th", "ticket", ticket, "answers", answers));
    }
}
