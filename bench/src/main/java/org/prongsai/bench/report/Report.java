package org.prongsai.bench.report;

import java.util.List;
import org.prongsai.bench.load.Measured;

/** Everything one run has to say: what was asked, on which machine, what came of it. */
public record Report(String command, Machine machine, List<Figure> figures, List<Measured> phases) {

    /** @param load of the machine before anything of ours ran: how many wanted a core at once, below zero if it cannot be told */
    public record Machine(int cores, long gibibytes, String system, String java, double load) {

        public String text() {
            return "%d cores, %d GiB, %s, Java %s".formatted(cores, gibibytes, system, java);
        }
    }

    public boolean met() {
        return figures.stream().allMatch(Figure::met);
    }
}
