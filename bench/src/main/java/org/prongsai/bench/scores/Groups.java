package org.prongsai.bench.scores;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.plan.Mix;
import org.prongsai.seeds.plan.Plan;
import org.prongsai.seeds.plan.Roster;
import org.prongsai.seeds.plan.Wanted;

/**
 * Made-up units in groups, each within the next larger one, so that a round is of as many units as its group has.
 *
 * @param sizes of the groups, from the smallest
 */
record Groups(List<Integer> sizes) {

    private static final String ABOVE = "immigration-bureau";
    private static final double SCRIPTED = 0.96;
    private static final String LINE = "%s,%s,%s,TH-10,หน่วยงานสมมติ %s,Made-up unit %4$s,2023-10-01,,provisional";

    static Groups of(Collection<Integer> sizes) {
        return new Groups(List.copyOf(new TreeSet<>(sizes)));
    }

    /** Under which its units lie, and no others. */
    static String group(int size) {
        return "bench-first-" + size;
    }

    /** As an import takes it: a group stands before what lies in it. */
    String register() {
        return Stream.of(Stream.of("agency,parent,type,province,name_th,name_en,from,to,provenance"), groups(), units())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> groups() {
        return sizes.reversed().stream()
                .map(size -> LINE.formatted(
                        group(size),
                        above(size),
                        "division",
                        "1–%,d".formatted(size).replace(",", " ")));
    }

    private String above(int size) {
        int next = sizes.indexOf(size) + 1;
        return next < sizes.size() ? group(sizes.get(next)) : ABOVE;
    }

    private Stream<String> units() {
        return IntStream.rangeClosed(1, sizes.getLast())
                .mapToObj(number -> LINE.formatted(unit(number), group(smallest(number)), "checkpoint", number));
    }

    private int smallest(int number) {
        return sizes.stream().filter(size -> size >= number).findFirst().orElseThrow();
    }

    static String unit(int number) {
        return "bench-%05d".formatted(number);
    }

    /** So many responses of the first units: people of all kinds, as in a demonstration. */
    static Demonstration answers(String round, Framework framework, int units, int responses) {
        var roster = Roster.ofAgencies(
                IntStream.rangeClosed(1, units).mapToObj(Groups::unit).toList());
        var plan = new Plan(round, roster, Mix.of(Mix.USUAL), new Wanted.Total(responses), SCRIPTED);
        return new Demonstration(round, framework, plan.units(framework));
    }
}
