package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How few answers of a group may be shown (k): the least and the largest a round may choose, and what it gets unasked. */
public record GroupSize(int least, @JsonProperty("default") int usual, int largest) {
    public static final GroupSize USUAL = new GroupSize(3, 5, 50);

    public boolean allows(int k) {
        return k >= least && k <= largest;
    }
}
