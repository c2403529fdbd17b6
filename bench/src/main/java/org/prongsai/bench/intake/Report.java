package org.prongsai.bench.intake;

import java.util.List;

/** Everything one run has to say: what was asked, on which machine, what came of it. */
record Report(String command, Machine machine, List<Figure> figures, List<Measured> phases) {

    /** @param load of the machine before anything of ours ran: how many wanted a core at once, below zero if it cannot be told */
    record Machine(int cores, long gibibytes, String system, String java, double load) {}

    boolean met() {
        return figures.stream().allMatch(Figure::met);
    }
}
