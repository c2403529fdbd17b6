package org.prongsai.scoring.subtree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Fault;

/**
 * What a list of units is measured against: its round and framework, and what of the question no agency is.
 *
 * @param parent whose subtree is asked for, null for all units of the round
 * @param unknownTypes those asked for that no agency has
 */
public record Standard(
        RoundState round,
        Framework framework,
        @Nullable String parent,
        boolean parentKnown,
        List<String> unknownTypes) {

    /** Every unit of a round is below the parent of its participants. */
    public String root() {
        return parent == null ? round.participants().parent() : parent;
    }

    public boolean whole() {
        return root().equals(round.participants().parent());
    }

    /** What a file about this subtree is called, without its ending. */
    public String fileName(String of) {
        return String.join("-", of, round.round(), whole() ? "all" : root());
    }

    public List<Fault> faults() {
        return parent == null || parentKnown
                ? List.of()
                : List.of(new Fault("?parent", "unknown-agency", null, parent));
    }
}
