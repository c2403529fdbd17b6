package org.prongsai.assessment.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.SampleRule;
import org.prongsai.web.Fault;

/**
 * How many people a unit has in a round.
 *
 * @param internal registered staff, those on leave or not yet eligible included
 * @param onLeave of them, those who leave N
 * @param external service users of the year
 */
public record Population(int internal, int onLeave, int external) {

    private static final int LARGEST = 10_000_000;
    private static final int LONGEST_REASON = 500;

    /** As somebody wrote it down. */
    record Request(
            @Nullable Integer internal,
            @Nullable Integer external,
            @Nullable Integer onLeave,
            @Nullable String reason) {}

    /** As it is shown, with the smallest samples that the framework asks of such a unit. */
    record View(int internal, int external, int onLeave, Map<String, Integer> minimumSample) {}

    /** Everything wrong with a request. */
    static List<Fault> faults(Request request) {
        var faults = new ArrayList<Fault>();
        count("internal", request.internal(), faults);
        count("external", request.external(), faults);
        if (request.onLeave() != null) {
            count("onLeave", request.onLeave(), faults);
            if (request.internal() != null && request.onLeave() > request.internal()) {
                faults.add(
                        new Fault("/onLeave", "more-than-staff", "at most " + request.internal(), request.onLeave()));
            }
        }
        if (request.reason() != null && request.reason().length() > LONGEST_REASON) {
            faults.add(new Fault(
                    "/reason",
                    "too-long",
                    "at most " + LONGEST_REASON + " characters",
                    request.reason().length()));
        }
        return faults;
    }

    private static void count(String field, @Nullable Integer value, List<Fault> faults) {
        if (value == null) {
            faults.add(new Fault("/" + field, "missing", "a number of people", null));
        } else if (value < 0 || value > LARGEST) {
            faults.add(new Fault("/" + field, "out-of-range", "from 0 to " + LARGEST, value));
        }
    }

    /** A request without faults. */
    static Population of(Request request) {
        return new Population(
                Objects.requireNonNull(request.internal()),
                Objects.requireNonNullElse(request.onLeave(), 0),
                Objects.requireNonNull(request.external()));
    }

    /** Staff who may answer: N of the internal instrument. */
    int eligible() {
        return internal - onLeave;
    }

    /** How many people may answer an instrument. */
    public int people(String instrument) {
        return instrument.equals("iit") ? eligible() : external;
    }

    View view(SampleRule rule) {
        var minimum = new TreeMap<String, Integer>();
        minimum.put("iit", rule.minimum(eligible()));
        minimum.put("eit", rule.minimum(external));
        return new View(internal, external, onLeave, minimum);
    }
}
