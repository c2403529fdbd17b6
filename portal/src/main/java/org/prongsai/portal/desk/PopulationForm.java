package org.prongsai.portal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.survey.Told;
import org.prongsai.portal.unit.Population;

/**
 * How many people a unit has, as somebody typed it.
 *
 * @param tag of what was registered when the page was made; empty where nothing was
 */
record PopulationForm(String internal, String external, String onLeave, String reason, String tag) {

    static final String INTERNAL = "internal";
    static final String EXTERNAL = "external";
    static final String ON_LEAVE = "onLeave";
    static final String REASON = "reason";

    private static final List<String> FIELDS = List.of(INTERNAL, EXTERNAL, ON_LEAVE, REASON);

    static PopulationForm of(@Nullable Population known) {
        return known == null
                ? new PopulationForm("", "", "", "", "")
                : new PopulationForm(
                        Integer.toString(known.internal()),
                        Integer.toString(known.external()),
                        Integer.toString(known.onLeave()),
                        "",
                        known.tag() == null ? "" : known.tag());
    }

    static PopulationForm of(Map<String, String> fields) {
        return new PopulationForm(
                fields.getOrDefault(INTERNAL, "").strip(),
                fields.getOrDefault(EXTERNAL, "").strip(),
                fields.getOrDefault(ON_LEAVE, "").strip(),
                fields.getOrDefault(REASON, "").strip(),
                fields.getOrDefault("tag", ""));
    }

    /** The same words on what is registered by now. */
    PopulationForm on(@Nullable Population known) {
        return new PopulationForm(internal, external, onLeave, reason, of(known).tag());
    }

    /** What is no number; what numbers may be is for the service to say. */
    FormFault.All faults() {
        var faults = new ArrayList<FormFault>();
        numeric(INTERNAL, internal, true, faults);
        numeric(EXTERNAL, external, true, faults);
        numeric(ON_LEAVE, onLeave, false, faults);
        return new FormFault.All(faults);
    }

    private static void numeric(String field, String text, boolean needed, List<FormFault> faults) {
        if (text.isEmpty()) {
            if (needed) faults.add(FormFault.of(field, "count-missing-" + field));
        } else if (Count.typed(text).isEmpty()) {
            faults.add(FormFault.of(field, "count-unreadable"));
        }
    }

    /** One without faults; nobody is on leave where nothing was typed. */
    Population.Request request() {
        return new Population.Request(
                Count.typed(internal).orElseThrow(),
                Count.typed(external).orElseThrow(),
                Count.typed(onLeave).orElse(0),
                reason.isEmpty() ? null : reason);
    }

    /** What the service said, by field; empty where it is not about this form. */
    static Optional<FormFault.All> faults(Told told, @Nullable Population now) {
        var fields = told.errors().stream()
                .filter(fault -> fault.pointer() != null
                        && FIELDS.contains(fault.pointer()
                                .substring(Math.min(1, fault.pointer().length()))))
                .map(PopulationForm::fault)
                .toList();
        if (!fields.isEmpty()) return Optional.of(new FormFault.All(fields));
        return switch (told.type()) {
            case "stale", "precondition-required" -> Optional.of(new FormFault.All(List.of(stale(now))));
            case "window-closed" -> Optional.of(new FormFault.All(List.of(FormFault.of("", "population-closed"))));
            case "invalid-population", "not-ready" ->
                Optional.of(new FormFault.All(List.of(new FormFault("", "said-only", Map.of("said", told.detail())))));
            default -> Optional.empty();
        };
    }

    private static FormFault stale(@Nullable Population now) {
        return now == null
                ? FormFault.of("", "population-gone")
                : new FormFault(
                        "",
                        "population-stale",
                        Map.of("internal", now.internal(), "external", now.external(), "leave", now.onLeave()));
    }

    private static FormFault fault(Told.Fault told) {
        String field = String.valueOf(told.pointer()).substring(1);
        var n = Map.of("n", Count.said(told.expected()).orElse(0));
        return switch (String.valueOf(told.reason())) {
            case "missing" -> FormFault.of(field, field.equals(REASON) ? "reason-missing" : "count-missing-" + field);
            case "more-than-staff" -> new FormFault(field, "leave-more", n);
            case "fewer-than-invited" -> new FormFault(field, "fewer-invited", n);
            case "raised-after-draw" -> FormFault.of(field, "raised-after-draw");
            case "too-long" -> new FormFault(field, "reason-long", n);
            default -> FormFault.of(field, "count-range");
        };
    }
}
