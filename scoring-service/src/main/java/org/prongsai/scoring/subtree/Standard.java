package org.prongsai.scoring.subtree;

import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.listing.Scope;

/** What a list of units is measured against: its round and framework, and whose subtree it is about. */
public record Standard(RoundState round, Framework framework, Scope scope) {

    /** Null for all units of the round. */
    public @Nullable String parent() {
        return scope.parent();
    }

    /** Every unit of a round is below the parent of its participants. */
    public String root() {
        var parent = parent();
        return parent == null ? round.participants().parent() : parent;
    }

    public boolean whole() {
        return root().equals(round.participants().parent());
    }

    /** What a file about this subtree is called, without its ending. */
    public String fileName(String of) {
        return String.join("-", of, round.round(), whole() ? "all" : root());
    }
}
