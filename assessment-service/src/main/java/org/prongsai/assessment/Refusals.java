package org.prongsai.assessment;

import java.util.List;
import org.prongsai.methodology.Parsed;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Refusal;

/** What the methodology finds wrong, in the words of our addresses. */
public final class Refusals {
    private Refusals() {}

    public static Refusal of(ProblemType type, List<org.prongsai.methodology.Fault> faults) {
        return Problem.of(type, faults.stream().map(Refusals::fault).toList()).refusal();
    }

    /** What was read, or the refusal that names everything wrong with it. */
    public static <T> T orRefuse(ProblemType type, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(var value) -> value;
            case Parsed.Faulty<T>(var faults) -> throw of(type, faults);
        };
    }

    private static Fault fault(org.prongsai.methodology.Fault fault) {
        return new Fault(fault.pointer(), fault.reason(), fault.expected(), fault.actual(), fault.line());
    }
}
