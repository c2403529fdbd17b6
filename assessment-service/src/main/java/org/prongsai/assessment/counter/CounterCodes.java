package org.prongsai.assessment.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prongsai.assessment.Secret;
import org.prongsai.assessment.Unit;
import org.prongsai.web.Fault;

/** Knows the code of every unit and slot, without keeping any. */
public final class CounterCodes {

    private static final String POINTER = "/counterCode";
    private static final String EXPECTED =
            "the eight letters and digits that the unit's counter shows now; or leave it away";
    private static final int LONGEST = 40;

    /** The slot of now and the one before. */
    private static final int TAKEN = 2;

    /** So far back a right code is told from a wrong one. */
    private static final int REMEMBERED = 6;

    private final Secret secret;

    public CounterCodes(Secret secret) {
        this.secret = secret;
    }

    CounterCode at(Unit unit, Slot slot) {
        return CounterCode.of(secret.derive("counter", unit.round(), unit.agency(), Long.toString(slot.number())));
    }

    /** What is wrong with a code that somebody typed, or nothing. */
    public List<Fault> faults(Unit unit, String typed, Instant now) {
        return reason(unit, typed, now).map(reason -> new Fault(POINTER, reason, EXPECTED, null)).stream()
                .toList();
    }

    private Optional<String> reason(Unit unit, String typed, Instant now) {
        if (typed.length() > LONGEST) {
            return Optional.of("malformed");
        }
        var slot = Slot.at(now);
        return CounterCode.mistake(typed)
                .or(() -> isOf(unit, typed, slot, TAKEN)
                        ? Optional.empty()
                        : Optional.of(isOf(unit, typed, slot, REMEMBERED) ? "expired" : "wrong"));
    }

    private boolean isOf(Unit unit, String typed, Slot slot, int back) {
        return slot.back(back).anyMatch(each -> at(unit, each).isTyped(typed));
    }
}
