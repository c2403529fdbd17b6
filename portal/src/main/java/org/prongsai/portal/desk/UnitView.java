package org.prongsai.portal.desk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.unit.Balance;
import org.prongsai.portal.unit.Draws;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;

/**
 * What the page of a unit in a round shows.
 *
 * @param said what was just done: {@code saved}, {@code mailed} or nothing
 */
record UnitView(
        Standing standing,
        Powers powers,
        List<Task> tasks,
        List<Deadline> windows,
        List<BulletBar> bars,
        PopulationForm form,
        FormFault.All faults,
        String said) {

    private static final List<String> STEPS = List.of(Round.POPULATION, Round.IIT, Round.EIT);
    private static final int SHOWN = 10;
    private static final List<String> SAYINGS = List.of("saved", "mailed");

    static UnitView of(Standing standing, Powers powers, Instant now, Speech speech) {
        var windows = STEPS.stream()
                .flatMap(step -> standing.window(step).map(window -> Deadline.of(step, window, now)).stream())
                .toList();
        var bars = Stream.of(Round.IIT, Round.EIT)
                .flatMap(code -> standing.measured(code).stream())
                .map(BulletBar::of)
                .toList();
        return new UnitView(
                standing,
                powers,
                Tasks.of(standing, powers, now, speech),
                windows,
                bars,
                PopulationForm.of(standing.population()),
                FormFault.All.NONE,
                "");
    }

    UnitView filled(PopulationForm typed, FormFault.All wrong) {
        return new UnitView(standing, powers, tasks, windows, bars, typed, wrong, said);
    }

    UnitView saying(String word) {
        return new UnitView(standing, powers, tasks, windows, bars, form, faults, SAYINGS.contains(word) ? word : "");
    }

    /** Whether the numbers can be changed by this visitor now. */
    public boolean registrable() {
        var asked = windows.stream().findFirst();
        boolean over = asked.map(window -> window.state().equals("over")).orElse(false);
        return powers.register() && (powers.authority() || !over);
    }

    /** The window that ends next, of those in which something is left to do. */
    public @Nullable Deadline next() {
        return windows.stream()
                .filter(window ->
                        window.open() && !(window.step().equals(Round.POPULATION) && standing.population() != null))
                .min((a, b) -> a.window().to().compareTo(b.window().to()))
                .orElse(null);
    }

    public String asOf(Speech speech) {
        var turnout = standing.turnout();
        return turnout == null || turnout.asOf() == null
                ? ""
                : Deadline.moment(speech, turnout.asOf().toInstant());
    }

    public boolean over(String step) {
        return windows.stream()
                .anyMatch(window -> window.step().equals(step) && window.state().equals("over"));
    }

    public boolean open(String step) {
        return windows.stream().anyMatch(window -> window.step().equals(step) && window.open());
    }

    /** The last morning's balance of invitations for staff; null before the first. */
    public Balance.@Nullable Day balance() {
        return standing.latest(Round.IIT).orElse(null);
    }

    /** Whether this visitor has invitations left to draw. */
    public boolean drawable() {
        return powers.draw() && standing.left() > 0 && !over(Round.IIT);
    }

    /** Of staff, the latest first. */
    public List<Draws.Draw> draws() {
        return standing.draws().of(Round.IIT);
    }

    public List<Draws.Draw> latest() {
        return draws().subList(0, Math.min(SHOWN, draws().size()));
    }

    public List<Draws.Draw> older() {
        return draws().subList(Math.min(SHOWN, draws().size()), draws().size());
    }

    public String at() {
        return "/desk/" + standing.round().round() + "/" + standing.unit().agency();
    }
}
