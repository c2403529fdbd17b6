package org.prongsai.seeds.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Dice;
import org.prongsai.seeds.demo.Profile;
import org.prongsai.seeds.demo.Unit;

/**
 * A demonstration of any size: which unit is of which kind, and how many answer there. Which real unit is of which kind is
 * luck.
 *
 * @param scripted the share of the people of coached units who answer from the script
 */
public record Plan(String seed, Roster roster, Mix mix, Wanted wanted, double scripted) {

    /** One line for each unit, in byte order of their names. */
    public List<Unit> units(Framework framework) {
        List<Drawn> drawn = drawn();
        int[] sizes = new Sizes(wanted, drawn).responses();
        var staffing = new Staffing(framework, scripted);
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> staffing.unit(drawn.get(i), sizes[i]))
                .sorted(Comparator.comparing(Unit::agency))
                .toList();
    }

    /** Dealt in one order of luck and returned in another, so that those who come first are of all kinds. */
    private List<Drawn> drawn() {
        List<String> shuffled = roster.agencies().stream()
                .sorted(Comparator.comparingDouble(agency -> at(agency).roll("turn")))
                .toList();
        List<Profile> profiles = mix.deal(shuffled.size());
        return IntStream.range(0, shuffled.size())
                .mapToObj(i -> new Drawn(shuffled.get(i), profiles.get(i), at(shuffled.get(i))))
                .sorted(Comparator.comparingDouble(unit -> unit.luck().roll("place")))
                .toList();
    }

    private Dice at(String agency) {
        return Dice.of(seed).to("plan").to(agency);
    }
}
