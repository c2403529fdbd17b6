package org.prongsai.assessment.survey;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.framework.FrameworkRef;
import org.prongsai.assessment.round.Round;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/** What the people of a unit are asked in a round, and when. */
public record Survey(Round of, Framework framework, String instrument, Form form, Window window) {

    /**
     * The survey of an instrument for units with this path (root … self); empty if the framework has no such survey or
     * the round gives it no window.
     */
    public static Optional<Survey> of(Round round, Framework framework, String instrument, List<String> path) {
        return of(round, framework, instrument, path, Form::of);
    }

    static Optional<Survey> of(
            Round round, Framework framework, String instrument, List<String> path, Function<Instrument, Form> form) {
        return framework.instrument(instrument).filter(i -> !i.marked()).flatMap(i -> Step.find(instrument)
                .flatMap(step -> round.window(step, path))
                .map(window -> new Survey(round, framework, instrument, form.apply(i), window)));
    }

    public String round() {
        return of.round();
    }

    /** Whether answers to the form of this framework version answer this survey: it asks the same, in words at most other. */
    public boolean asks(String ref) {
        return of.state().asks(ref);
    }

    /** Whether this is a later version of the framework than this survey knows of, as far as its name says. */
    public boolean before(@Nullable String ref) {
        return FrameworkRef.of(Objects.requireNonNullElse(ref, ""))
                .filter(other -> FrameworkRef.of(of.state().framework())
                        .filter(own -> other.name().equals(own.name()) && other.version() > own.version())
                        .isPresent())
                .isPresent();
    }

    /** Codes of the parts in which answers are collected. */
    public List<String> parts() {
        return framework.instrument(instrument).orElseThrow().parts().stream()
                .map(Part::code)
                .toList();
    }

    /** Whether anybody may answer this part, without a ticket of the issuer. */
    public boolean open(String part) {
        return framework
                .instrument(instrument)
                .flatMap(i -> i.part(part))
                .map(Part::open)
                .orElse(false);
    }

    /** {@code ahead}, {@code open} or {@code over}. */
    public String state(Instant now) {
        if (window.ahead(now)) {
            return "ahead";
        }
        return window.over(now) ? "over" : "open";
    }

    /** Why nobody can answer at this instant, or empty while the window is open. */
    public Optional<Problem> closed(Instant now) {
        if (window.contains(now)) {
            return Optional.empty();
        }
        return Optional.of(outside(window, window.ahead(now) ? "not-yet-open" : "closed"));
    }

    /** What somebody learns who comes outside of a window: from when until when it is. */
    public static Problem outside(Window window, String reason) {
        return Problem.of(ProblemType.WINDOW_CLOSED, window.from(), window.to())
                .with(List.of(new Fault("", reason, window.from() + "/" + window.to(), null)));
    }
}
