package org.prongsai.scoring.rebuild;

import java.util.List;

/** The log does not hold all that is kept, so that a rebuild would lose what it lacks. */
final class Lacking extends RuntimeException {
    private final List<String> sentences;

    Lacking(List<String> sentences) {
        super(String.join("; ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
