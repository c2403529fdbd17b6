package org.prongsai.seeds.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a demonstration plan: how many could answer, how many did, and how many disclosure items are missing.
 *
 * @param scripted the share of those who can be told what to answer and do as they are told
 */
public record Unit(
        String agency,
        Profile profile,
        double scripted,
        int internal,
        int external,
        int iit,
        int eit1,
        int eit2,
        @Nullable Integer missing) {

    public static List<Unit> readAll(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().map(Unit::of).toList();
    }

    private static Unit of(NamedCsvRecord row) {
        Profile profile = Profile.of(row.getField("profile"));
        return new Unit(
                row.getField("agency"),
                profile,
                profile.scripted(),
                number(row, "internal"),
                number(row, "external"),
                number(row, "iit"),
                number(row, "eit1"),
                number(row, "eit2"),
                row.findField("missing")
                        .filter(text -> !text.isEmpty())
                        .map(Integer::valueOf)
                        .orElse(null));
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }

    public int responses() {
        return iit + eit1 + eit2;
    }

    /** Absent where nobody has marked the unit yet. */
    Optional<Integer> missingItems() {
        return Optional.ofNullable(missing);
    }

    public Stream<Pool> pools() {
        return Stream.of(
                        new Pool(this, "iit", "1", iit),
                        new Pool(this, "eit", "1", eit1),
                        new Pool(this, "eit", "2", eit2))
                .filter(pool -> pool.responses() > 0);
    }
}
