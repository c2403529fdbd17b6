package org.prongsai.seeds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgenciesTest {

    /** ISO 3166-2:TH without Pattaya (TH-S), which is no province. */
    private static final Set<String> PROVINCES = Stream.of(
                    IntStream.rangeClosed(10, 27),
                    IntStream.rangeClosed(30, 49),
                    IntStream.rangeClosed(50, 58),
                    IntStream.rangeClosed(60, 67),
                    IntStream.rangeClosed(70, 77),
                    IntStream.rangeClosed(80, 86),
                    IntStream.rangeClosed(90, 96))
            .flatMapToInt(range -> range)
            .mapToObj(number -> "TH-" + number)
            .collect(Collectors.toSet());

    private final List<NamedCsvRecord> rows = SeedFolder.agencies();
    private final Map<String, String> parents =
            rows.stream().collect(toMap(row -> row.getField("agency"), row -> row.getField("parent")));

    @Test
    void everyColumnHasItsPlace() {
        assertThat(rows.getFirst().getHeader())
                .containsExactly(
                        "agency", "parent", "type", "province", "name_th", "name_en", "from", "to", "provenance");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getField("agency")).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(row.getField("name_th")).matches("[\\p{IsThai}0-9 ()\\-]+");
            assertThat(row.getField("name_en")).matches("[\\p{IsLatin}0-9 ()–,\\-]+");
            assertThat(row.getField("from")).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(row.getField("provenance")).isEqualTo("provisional");
        });
    }

    @Test
    void slugsAndNamesAreUnique() {
        assertThat(rows).extracting(row -> row.getField("agency")).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.getField("name_th")).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.getField("name_en")).doesNotHaveDuplicates();
    }

    @Test
    void everyoneDescendsFromTheRoyalThaiPolice() {
        assertThat(parents.keySet())
                .allSatisfy(agency -> assertThat(root(agency)).isEqualTo("royal-thai-police"));
    }

    private String root(String agency) {
        var seen = new HashSet<String>();
        String here = agency;
        while (!parents.get(here).isEmpty()) {
            assertThat(seen.add(here)).as("a circle at " + here).isTrue();
            here = parents.get(here);
            assertThat(parents).containsKey(here);
        }
        return here;
    }

    @Test
    void parentsComeBeforeTheirChildren() {
        var seen = new HashSet<>(Set.of(""));
        rows.forEach(row -> {
            assertThat(seen).contains(row.getField("parent"));
            seen.add(row.getField("agency"));
        });
    }

    @Test
    void divisionsHaveTheirProvinces() {
        assertThat(of("province").stream().collect(groupingBy(row -> row.getField("parent"), counting())))
                .containsOnly(
                        Map.entry("imm-division-3", 25L),
                        Map.entry("imm-division-4", 20L),
                        Map.entry("imm-division-5", 17L),
                        Map.entry("imm-division-6", 14L));
        assertThat(of("division")).hasSize(10);
        assertThat(parents).containsEntry("imm-chiangmai", "imm-division-5");
    }

    @Test
    void everyProvinceButBangkokHasOneOffice() {
        assertThat(PROVINCES).hasSize(77);
        assertThat(of("province"))
                .extracting(row -> row.getField("province"))
                .doesNotHaveDuplicates()
                .hasSize(76)
                .isSubsetOf(PROVINCES)
                .doesNotContain("TH-10");
    }

    @Test
    void checkpointsLieInTheProvinceOfTheirOffice() {
        Map<String, String> provinces =
                of("province").stream().collect(toMap(row -> row.getField("agency"), row -> row.getField("province")));
        assertThat(of("checkpoint")).hasSizeGreaterThanOrEqualTo(40).allSatisfy(row -> {
            assertThat(PROVINCES).contains(row.getField("province"));
            assertThat(provinces.getOrDefault(row.getField("parent"), row.getField("province")))
                    .isEqualTo(row.getField("province"));
        });
        assertThat(parents).containsEntry("imm-suvarnabhumi", "imm-division-2");
    }

    private List<NamedCsvRecord> of(String type) {
        return rows.stream().filter(row -> row.getField("type").equals(type)).toList();
    }
}
