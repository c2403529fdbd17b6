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

    private record Drawn(String agency, Profile profile) {}

    /** One line for each unit, in the order of the roster. */
    public List<Unit> units(Framework framework) {
        List<Drawn> drawn = drawn();
        int[] sizes = new Sizes(
                        seed,
                        wanted,
                        drawn.stream().map(Drawn::profile).toList(),
                        drawn.stream().map(Drawn::agency).toList())
                .responses();
        var crew = new Staffing(framework);
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> crew.unit(
                        at(drawn.get(i).agency()),
                        drawn.get(i).agency(),
                        drawn.get(i).profile(),
                        sizes[i],
                        scripted))
                .sorted(Comparator.comparing(Unit::agency))
                .toList();
    }

    /** Units in an order of luck, which the profiles are dealt to. */
    private List<Drawn> drawn() {
        List<String> shuffled = roster.agencies().stream()
                .sorted(Comparator.comparingDouble(agency -> at(agency).roll("turn")))
                .toList();
        List<Profile> profiles = mix.deal(shuffled.size());
        List<Drawn> dealt = IntStream.range(0, shuffled.size())
                .mapToObj(i -> new Drawn(shuffled.get(i), profiles.get(i)))
                .toList();
        return dealt.stream()
                .sorted(Comparator.comparingDouble(unit -> at(unit.agency()).roll("place")))
                .toList();
    }

    private Dice at(String agency) {
        return Dice.of(seed).to("plan").to(agency);
    }
}
