package org.prongsai.portal.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.unit.Population;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;
import org.prongsai.portal.unit.Turnout;
import org.prongsai.portal.unit.Window;

/** Decides what is to be done for a unit in a round, by whom, and what is done already. */
final class Tasks {

    private final Standing standing;
    private final Powers powers;
    private final Instant now;
    private final Speech speech;

    private Tasks(Standing standing, Powers powers, Instant now, Speech speech) {
        this.standing = standing;
        this.powers = powers;
        this.now = now;
        this.speech = speech;
    }

    static List<Task> of(Standing standing, Powers powers, Instant now, Speech speech) {
        var tasks = new Tasks(standing, powers, now, speech);
        var first = Stream.of(tasks.register(), tasks.draw());
        var answers = Stream.of(Round.IIT, Round.EIT).flatMap(code -> standing.measured(code).stream());
        return Stream.concat(first, answers.map(tasks::answers)).toList();
    }

    private Task register() {
        var known = standing.population();
        if (known != null) return registered(known);
        var window = standing.window(Round.POPULATION).or(() -> standing.window(Round.IIT));
        if (window.isEmpty()) return task("register", Task.State.NOT_NEEDED, "why-not-asked");
        if (window.get().over(now) && !powers.authority())
            return task("register", Task.State.MISSED, "why-register-over", end(window.get()));
        if (!powers.register()) return task("register", Task.State.WAITING, "why-register-others");
        return task("register", Task.State.TO_DO, "why-until", end(window.get()))
                .at("#population");
    }

    private Task registered(Population known) {
        return task(
                        "register",
                        Task.State.DONE,
                        "why-registered",
                        Map.of("internal", known.eligible(), "external", known.external()))
                .at("#population");
    }

    private Task draw() {
        var window = standing.window(Round.IIT);
        if (window.isEmpty()) return task("draw", Task.State.NOT_NEEDED, "why-not-asked");
        var known = standing.population();
        var out = Map.of("out", standing.out(), "left", standing.left());
        if (known != null && known.eligible() == 0) return task("draw", Task.State.NOT_NEEDED, "why-nobody");
        if (known != null && standing.left() == 0)
            return task("draw", Task.State.DONE, "why-all-drawn", out).at("#invitations");
        if (window.get().over(now))
            return standing.out() > 0
                    ? task("draw", Task.State.NOT_NEEDED, "why-closed-drawn", out)
                    : task("draw", Task.State.MISSED, "why-closed", end(window.get()));
        if (known == null) return task("draw", Task.State.WAITING, "why-register-first");
        if (!powers.draw()) return task("draw", Task.State.WAITING, "why-draw-others");
        return task("draw", Task.State.TO_DO, standing.out() > 0 ? "why-draw-rest" : "why-draw", out)
                .at("/slips");
    }

    /** Nobody at the unit can answer for others, so this is never to be done by the visitor. */
    private Task answers(Turnout.Measured measured) {
        var key = "answers-" + measured.code();
        var window = standing.window(measured.code());
        var place = "#" + measured.code();
        if (window.isEmpty()) return task(key, Task.State.NOT_NEEDED, "why-not-asked");
        if (measured.minimum() == 0) return task(key, Task.State.NOT_NEEDED, "why-nobody");
        var minimum = Map.of("minimum", measured.minimum());
        if (measured.minimumReached())
            return task(key, Task.State.DONE, "why-reached", minimum).at(place);
        if (window.get().over(now))
            return task(key, Task.State.MISSED, "why-unreached", minimum).at(place);
        if (window.get().ahead(now))
            return task(
                    key,
                    Task.State.WAITING,
                    "why-opens",
                    Map.of("date", speech.day(window.get().from())));
        var lacking = Map.of("lacking", measured.lacking(), "minimum", measured.minimum());
        return task(key, Task.State.WAITING, measured.responses() == null ? "why-uncounted" : "why-lacking", lacking)
                .at(place);
    }

    private Map<String, String> end(Window window) {
        return Map.of("date", Deadline.moment(speech, window.to()));
    }

    private static Task task(String key, Task.State state, String why) {
        return task(key, state, why, Map.of());
    }

    private static Task task(String key, Task.State state, String why, Map<String, ?> gaps) {
        return new Task(key, state, why, gaps, null);
    }
}
