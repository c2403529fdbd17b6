package org.prongsai.seeds.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The units that take part, in byte order.
 *
 * @param invented those of them that are in no register because they are made up themselves
 */
public record Roster(List<String> agencies, List<String> invented) {

    public static final int MOST = 100_000;
    private static final String MADE_UP = "synthetic-%05d";
    private static final Pattern NUMBERED = Pattern.compile("synthetic-(\\d{1,9})");

    /** The provincial offices and checkpoints of a register file that exist on a day. */
    public static Roster of(String register, LocalDate today) {
        return ofAgencies(Register.units(register, today));
    }

    public static Roster ofAgencies(List<String> agencies) {
        return new Roster(List.copyOf(new TreeSet<>(agencies)), List.of());
    }

    /** The first so many, with made-up units where there are not enough. */
    public Roster sized(int units) {
        if (units <= agencies.size()) return ofAgencies(agencies.subList(0, units));
        int last = agencies.stream().mapToInt(Roster::number).max().orElse(0);
        List<String> invented = IntStream.rangeClosed(1, units - agencies.size())
                .mapToObj(each -> MADE_UP.formatted(last + each))
                .toList();
        var all = new TreeSet<>(agencies);
        all.addAll(invented);
        return new Roster(List.copyOf(all), invented);
    }

    /** A register may hold made-up units of an earlier folder; further ones are numbered after them. */
    private static int number(String agency) {
        var numbered = NUMBERED.matcher(agency);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    /** The made-up units as a register file, so that a platform can learn of them. */
    public Stream<String> register() {
        return Stream.concat(
                Stream.of("agency,parent,type,province,name_th,name_en,from,to,provenance"),
                invented.stream()
                        .map(unit ->
                                "%s,immigration-bureau,checkpoint,TH-10,หน่วยงานสมมติ %s,Made-up unit %2$s,2023-10-01,,provisional"
                                        .formatted(unit, unit.replaceFirst("synthetic-", ""))));
    }
}
