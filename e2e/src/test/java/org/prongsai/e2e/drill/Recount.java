package org.prongsai.e2e.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;

/** What the log of a round says, counted anew: repeats of a stream's number are passed over, as every inbox does. */
final class Recount {

    private final String round;
    private final int k;
    private final Map<String, Numbered> surveys;
    private final Map<String, Map<Integer, Integer>> counts = new HashMap<>();
    private final Map<Place, Integer> units = new HashMap<>();
    private final Map<String, Long> heard = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int repeats;
    private int records;

    /** One unit's part of one survey. */
    record Place(String agency, String instrument) {}

    /**
     * @param k fewer changes than this may not leave together
     * @param surveys how numbers are written, by instrument
     */
    Recount(String round, int k, Map<String, Numbered> surveys) {
        this.round = round;
        this.k = k;
        this.surveys = surveys;
    }

    /** Whether a record of this stream with this number is heard for the first time. */
    boolean hears(String stream, long number) {
        long last = heard.getOrDefault(stream, 0L);
        if (number <= last) {
            repeats++;
            return false;
        }
        if (number > last + 1) {
            faults.add("a stream goes on with %d after %d".formatted(number, last));
        }
        heard.put(stream, number);
        return true;
    }

    void take(ResponsesReleased released) {
        if (!released.round().equals(round)) {
            return;
        }
        records++;
        if (released.added().size() < k) {
            faults.add("%d changes left together".formatted(released.added().size()));
        }
        if (!released.part().equals("1")) {
            faults.add("answers lie in part " + released.part());
        }
        released.withdrawn().forEach(answered -> count(released, answered, -1));
        released.added().forEach(answered -> count(released, answered, 1));
        var place = new Place(released.agency(), released.instrument());
        units.merge(place, released.added().size() - released.withdrawn().size(), Integer::sum);
    }

    private void count(ResponsesReleased released, Answered answered, int change) {
        var number = number(released.instrument(), answered);
        if (number.isEmpty()) {
            faults.add("answers to " + released.instrument() + " that nobody gave");
            return;
        }
        int times = counts.computeIfAbsent(released.instrument(), any -> new HashMap<>())
                .merge(number.getAsInt(), change, Integer::sum);
        if (times < 0 || times > 1) {
            faults.add("%s %d counted %d times".formatted(released.instrument(), number.getAsInt(), times));
        }
    }

    private OptionalInt number(String instrument, Answered answered) {
        var survey = surveys.get(instrument);
        return survey == null ? OptionalInt.empty() : survey.number(answered.answers());
    }

    /** How often a number counts in the end. */
    int times(String instrument, int number) {
        return counts.getOrDefault(instrument, Map.of()).getOrDefault(number, 0);
    }

    /** How many answers count in the end, by unit and survey. */
    Map<Place, Integer> units() {
        return units;
    }

    int released() {
        return units.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many answers count in the end with numbers from this one on. */
    long beyond(String instrument, int end) {
        return counts.getOrDefault(instrument, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey() >= end && entry.getValue() != 0)
                .count();
    }

    /** What no log may hold, whatever was sent. */
    List<String> faults() {
        return faults;
    }

    /** Records that lay in the log once more. */
    int repeats() {
        return repeats;
    }

    int records() {
        return records;
    }
}
