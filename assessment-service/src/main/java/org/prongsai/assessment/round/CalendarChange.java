package org.prongsai.assessment.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.round.CalendarDraft.Slot;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Fault;

/**
 * Decides whether a calendar may take the place of another while the round runs: a window may move freely before it
 * opens or go where another holds instead, its end may only become later while it is open, and nothing moves once it is
 * over. Whatever is different is told.
 */
final class CalendarChange {

    private final Round before;
    private final CalendarDraft draft;
    private final Map<String, List<String>> paths;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Slot> moved = new ArrayList<>();

    private CalendarChange(RoundState before, CalendarDraft draft, Map<String, List<String>> paths, Instant now) {
        this.before = new Round(before, 0);
        this.draft = draft;
        this.paths = paths;
        this.now = now;
    }

    /** @param paths root … self of every agency the draft names */
    static Amended of(RoundState before, CalendarDraft draft, Map<String, List<String>> paths, Instant now) {
        var after = before.withCalendar(draft.windows(), draft.overrides());
        var change = new CalendarChange(before, draft, paths, now);
        change.faults.addAll(draft.joined(before));
        change.compare(after);
        change.keepsFirstDay(after);
        return new Amended(after, change.events(after), change.faults);
    }

    private static Map<Slot, Window> slots(RoundState state) {
        var slots = new LinkedHashMap<Slot, Window>();
        state.windows().forEach(w -> slots.put(new Slot(w.step(), null), new Window(w.from(), w.to())));
        state.overrides().forEach(o -> slots.put(new Slot(o.step(), o.agency()), new Window(o.from(), o.to())));
        return slots;
    }

    private void compare(RoundState after) {
        var old = slots(before.state());
        var fresh = slots(after);
        fresh.forEach((slot, window) -> {
            if (!window.equals(old.get(slot))) {
                judge(slot, old.getOrDefault(slot, inherited(slot)), window);
            } else if (!reason(after, slot).equals(reason(before.state(), slot))) {
                moved.add(slot);
            }
        });
        old.forEach((slot, window) -> {
            if (!fresh.containsKey(slot)) drop(slot, window);
        });
    }

    /** Who takes part was decided on that day, and stays so. */
    private void keepsFirstDay(RoundState after) {
        boolean begun = before.state().windows().stream().anyMatch(window -> !now.isBefore(window.from()));
        if (begun && !after.firstDay().equals(before.state().firstDay())) {
            faults.add(new Fault("/calendar", "first-day-moved", firstDay(before.state()), firstDay(after)));
        }
    }

    private static @Nullable String firstDay(RoundState state) {
        return state.firstDay().map(LocalDate::toString).orElse(null);
    }

    private void drop(Slot slot, Window window) {
        if (!window.ahead(now)) {
            faults.add(new Fault(
                    draft.pointer(slot), "window-dropped", "a window that has opened stays", text(slot, window)));
        } else if (slot.agency() == null && before.state().release().containsKey(slot.step())) {
            faults.add(new Fault("/calendar", "missing-step", "a window for " + slot.step(), null));
        } else {
            moved.add(slot);
        }
    }

    /** What held so far for an agency without dates of its own: the nearest branch's window, else everybody's. */
    private @Nullable Window inherited(Slot slot) {
        List<String> path = slot.agency() == null ? List.of() : paths.getOrDefault(slot.agency(), List.of());
        return before.window(Step.of(slot.step()), path).orElse(null);
    }

    private void judge(Slot slot, @Nullable Window old, Window window) {
        if (old == null || old.ahead(now)) {
            moved.add(slot);
        } else if (old.over(now)) {
            faults.add(new Fault(
                    draft.pointer(slot), "window-over", "only a window that is not over may move", text(old)));
        } else if (!window.from().equals(old.from())) {
            faults.add(new Fault(draft.pointer(slot), "already-open", "from " + old.from(), text(window)));
        } else if (window.to().isBefore(old.to())) {
            faults.add(new Fault(draft.pointer(slot), "shortened", "to " + old.to() + " or later", text(window)));
        } else {
            moved.add(slot);
        }
    }

    /** One event however many windows moved: it carries the whole calendar. */
    private List<WindowExtended> events(RoundState after) {
        var windows = slots(after);
        return moved.isEmpty()
                ? List.of()
                : List.of(new WindowExtended(
                        after,
                        moved.stream()
                                .map(slot -> new WindowExtended.Moved(
                                        slot.step(), slot.agency(), end(windows.get(slot)), reason(after, slot)))
                                .toList()));
    }

    private static @Nullable Instant end(@Nullable Window window) {
        return window == null ? null : window.to();
    }

    private static String reason(RoundState after, Slot slot) {
        return after.overrides().stream()
                .filter(o -> o.agency().equals(slot.agency()) && o.step().equals(slot.step()))
                .map(RoundState.StepOverride::reason)
                .findFirst()
                .orElse("");
    }

    private static String text(Slot slot, Window window) {
        return slot.step() + (slot.agency() == null ? " " : " of " + slot.agency() + " ") + text(window);
    }

    private static String text(Window window) {
        return window.from() + "/" + window.to();
    }
}
