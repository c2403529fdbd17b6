package org.prongsai.contracts.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole current state of a round, as every event of the rounds topic carries it. What is told only by rounds that
 * have it (rehearsal, joint, errata) may be absent.
 *
 * @param round slug
 * @param framework {@code name@n}
 * @param k smallest number of responses of a (unit, instrument, part) of which anything is shown
 * @param release per instrument when changes leave the pool: {@code live} or {@code close}
 * @param windows per step the window of the whole round
 * @param overrides windows of a subtree that replace the round's; the nearest ancestor wins
 * @param rehearsal whether everybody only practises: see {@link #counts}
 * @param joint units that are assessed as part of another one
 * @param errata changes of the framework's wording after the first answer, oldest first
 */
public record RoundState(
        String round,
        Map<String, String> title,
        String framework,
        Participants participants,
        int k,
        Map<String, String> release,
        boolean synthetic,
        List<StepWindow> windows,
        List<StepOverride> overrides,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean rehearsal,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Joint> joint,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Erratum> errata) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** A step's half-open window: {@code from} is in, {@code to} is out. */
    public record StepWindow(String step, Instant from, Instant to) {}

    /** A window that holds for an agency and everything below it. */
    public record StepOverride(String agency, String step, Instant from, Instant to, String reason) {}

    /**
     * Small units assessed together.
     *
     * @param agency the lead: the one unit that all of them are in this round
     * @param with the others, which take no part of their own
     */
    public record Joint(String agency, List<String> with, String reason) {
        public Joint {
            with = with == null ? List.of() : List.copyOf(with);
        }
    }

    /**
     * Another version of the framework with other words and the very same scoring took the place of one that was being
     * answered.
     *
     * @param at the day in Bangkok
     */
    public record Erratum(String from, String to, LocalDate at, String reason) {}

    public RoundState {
        joint = listed(joint);
        errata = listed(errata);
    }

    /** A round that counts, in which every unit stands for itself. */
    public RoundState(
            String round,
            Map<String, String> title,
            String framework,
            Participants participants,
            int k,
            Map<String, String> release,
            boolean synthetic,
            List<StepWindow> windows,
            List<StepOverride> overrides) {
        this(
                round,
                title,
                framework,
                participants,
                k,
                release,
                synthetic,
                windows,
                overrides,
                false,
                List.of(),
                List.of());
    }

    private static <T> List<T> listed(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** Whether its results may ever be certified, published or held against another year's. */
    public boolean counts() {
        return !rehearsal;
    }

    /**
     * Whether an agency takes part in its own name. Who existed on the first day does, to the end: what begins, merges or
     * splits while the round runs changes nothing in it.
     */
    public boolean includes(Candidate agency) {
        return covers(agency) && lead(agency.path().getLast()).isEmpty();
    }

    /** Whether an agency takes part, in its own name or as part of another one. */
    public boolean covers(Candidate agency) {
        return participants.include(agency.path(), agency.type())
                && firstDay().map(agency::existed).orElse(true);
    }

    /** The day in Bangkok on which the first window opens, overrides aside; empty in a round without windows. */
    public Optional<LocalDate> firstDay() {
        return windows.stream().map(StepWindow::from).min(Instant::compareTo).map(from -> from.atZone(BANGKOK)
                .toLocalDate());
    }

    /**
     * Whether answers to the questions of this version ({@code name@n}) answer the round's: it is the round's, or one
     * that differed from it in words only and was replaced by errata.
     */
    public boolean asks(String ref) {
        var alike = new HashSet<>(Set.of(framework));
        errata.reversed().stream().filter(each -> alike.contains(each.to())).forEach(each -> alike.add(each.from()));
        return alike.contains(ref);
    }

    /** The unit as part of which this one is assessed; empty for a unit that stands for itself. */
    public Optional<String> lead(String agency) {
        return joint.stream()
                .filter(each -> each.with().contains(agency))
                .map(Joint::agency)
                .findFirst();
    }

    /** The units that are assessed as part of this one. */
    public List<String> with(String agency) {
        return joint.stream()
                .filter(each -> each.agency().equals(agency))
                .flatMap(each -> each.with().stream())
                .toList();
    }

    public RoundState withCalendar(List<StepWindow> otherWindows, List<StepOverride> otherOverrides) {
        return copy(framework, otherWindows, otherOverrides, joint, errata);
    }

    public RoundState withJoint(List<Joint> other) {
        return copy(framework, windows, overrides, other, errata);
    }

    /** @param allErrata those from before and, if this is one, the new one */
    public RoundState withFramework(String other, List<Erratum> allErrata) {
        return copy(other, windows, overrides, joint, allErrata);
    }

    private RoundState copy(
            String newFramework,
            List<StepWindow> newWindows,
            List<StepOverride> newOverrides,
            List<Joint> newJoint,
            List<Erratum> newErrata) {
        return new RoundState(
                round,
                title,
                newFramework,
                participants,
                k,
                release,
                synthetic,
                newWindows,
                newOverrides,
                rehearsal,
                newJoint,
                newErrata);
    }
}
