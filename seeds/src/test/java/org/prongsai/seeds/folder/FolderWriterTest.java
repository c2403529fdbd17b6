package org.prongsai.seeds.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.table.CountTable;
import org.prongsai.methodology.table.MarkTable;
import org.prongsai.methodology.table.PopulationTable;
import org.prongsai.methodology.table.Table;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.plan.Mix;
import org.prongsai.seeds.plan.Plan;
import org.prongsai.seeds.plan.Roster;
import org.prongsai.seeds.plan.Wanted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FolderWriterTest {

    private static final Framework FRAMEWORK = new FrameworkReader(SeedReader.packaged()).read("ita-immigration-2567");
    private static final Roster ROSTER = Roster.ofAgencies(List.of("imm-nan", "imm-nan-huaikon"));

    @TempDir
    private Path home;

    @Test
    void writesTheSameBytesInHoweverManyPiecesItIsMade() throws IOException {
        write("one", ROSTER, 512);
        write("two", ROSTER, 512);
        write("three", ROSTER, 7);
        assertThat(bytes("one")).isEqualTo(bytes("two")).isEqualTo(bytes("three"));
    }

    @Test
    void talliesAndDigestAreWhatARecountOfTheResponsesFinds() throws IOException {
        String digest = write("out", ROSTER, 100);
        var tallies = new TreeMap<String, Tally>();
        for (String line : Files.readAllLines(home.resolve("out/responses.ndjson"))) {
            JsonNode sheet = JsonMapper.shared().readTree(line);
            String survey = sheet.path("instrument").asString();
            Tally none = Tally.empty(demonstration(ROSTER).form(survey));
            tallies.merge(
                    sheet.path("agency").asString() + "," + survey + ","
                            + sheet.path("part").asString(),
                    none.plus(answers(sheet)),
                    Tally::merge);
        }
        List<String> recounted = tallies.entrySet().stream()
                .flatMap(entry -> lines(entry.getKey().split(","), entry.getValue()))
                .sorted()
                .toList();
        assertThat(Files.readAllLines(home.resolve("out/tallies.csv")))
                .startsWith("agency,instrument,part,question,option,count")
                .endsWith(recounted.toArray(String[]::new))
                .hasSize(recounted.size() + 1);
        assertThat(digest).isEqualTo(Digest.of(recounted));
        assertThat(Files.readString(home.resolve("out/README.txt"))).contains(digest);
    }

    private static Stream<String> lines(String[] pool, Tally tally) {
        return new CountLines(pool[0], pool[1], pool[2]).of(tally).stream();
    }

    private static Map<String, String> answers(JsonNode sheet) {
        return sheet.path("answers")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    @Test
    void everyFileHasTheHeadThePlatformKnowsAndALineForEachUnit() throws IOException {
        write("out", ROSTER, 100);
        assertThat(Files.readAllLines(home.resolve("out/population.csv")))
                .hasSize(3)
                .startsWith("agency,internal,external")
                .anyMatch(line -> line.matches("imm-nan-huaikon,\\d+,\\d+"));
        assertThat(Files.readAllLines(home.resolve("out/marks.csv")))
                .startsWith("agency,item,mark")
                .hasSize(1
                        + 2 * FRAMEWORK.instrument("oit").orElseThrow().items().size())
                .anyMatch(line -> line.matches("imm-nan,o1,(0|100)"));
        assertThat(Files.readAllLines(home.resolve("out/indicators.csv")))
                .startsWith("agency,instrument,part,indicator,numerator,denominator")
                .hasSize(1 + 2 * (5 + 3 + 3))
                .anyMatch(line -> line.matches("imm-nan,iit,1,5,\\d+,\\d+"));
        assertThat(names("out"))
                .containsExactlyInAnyOrder(
                        "responses.ndjson",
                        "tallies.csv",
                        "indicators.csv",
                        "marks.csv",
                        "population.csv",
                        "README.txt");
    }

    @Test
    void whoeverReadsSuchTablesFindsNothingWrongWithThem() throws IOException {
        write("out", ROSTER, 100);
        assertThat(CountTable.read(FRAMEWORK, records("tallies.csv")).problems())
                .isEmpty();
        assertThat(MarkTable.read(FRAMEWORK, records("marks.csv")).problems()).isEmpty();
        assertThat(PopulationTable.read(records("population.csv")).problems()).isEmpty();
        Tally counted = Objects.requireNonNull(CountTable.read(FRAMEWORK, records("tallies.csv"))
                .orThrow()
                .byAgency()
                .get("imm-nan")
                .get("iit")
                .get("1"));
        assertThat(counted.respondents())
                .isEqualTo(demonstration(ROSTER).units().getFirst().iit());
    }

    private Iterator<CsvRecord> records(String file) throws IOException {
        return Table.csv()
                .ofCsvRecord(Files.readString(home.resolve("out").resolve(file)))
                .iterator();
    }

    @Test
    void saysThatAllOfItIsMadeUpAndHow() throws IOException {
        write("out", ROSTER.sized(3), 100);
        assertThat(Files.readString(home.resolve("out/README.txt")))
                .startsWith("EVERYTHING IN THIS FOLDER IS MADE UP.")
                .contains("ข้อมูลสมมติ", "the seed", "./prongsai demo", "3, of them 1 that exist in no register");
        assertThat(Files.readAllLines(home.resolve("out/agencies.csv"))).hasSize(2);
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(home.resolve("full"));
        Files.writeString(home.resolve("full/mine.txt"), "mine");
        assertThatThrownBy(() -> write("full", ROSTER, 100))
                .hasMessageContaining("is not empty")
                .hasMessageContaining("--force");
        assertThatThrownBy(() -> write("full/mine.txt", ROSTER, 100)).hasMessageContaining("it is a file");
        assertThat(names("full")).containsExactly("mine.txt");
        Files.createDirectories(home.resolve("empty"));
        write("empty", ROSTER, 100);
        assertThat(names("empty")).hasSize(6);
    }

    @Test
    void overwritingLeavesNothingOfAnEarlierRun() throws IOException {
        write("out", ROSTER.sized(3), 100);
        Files.writeString(home.resolve("out/mine.txt"), "mine");
        writer(ROSTER, 100).write(home.resolve("out"), true, legend(ROSTER), _ -> {});
        assertThat(names("out")).hasSize(7).contains("mine.txt").doesNotContain("agencies.csv");
        assertThat(Files.readString(home.resolve("out/README.txt"))).contains("of them 0");
    }

    @Test
    void whatFailsHalfWayLeavesNothing() throws IOException {
        assertThatThrownBy(() -> writer(ROSTER, 100).write(home.resolve("new"), false, legend(ROSTER), done -> {
                    throw new IllegalStateException("after " + done);
                }))
                .hasMessageStartingWith("after ");
        assertThat(home.resolve("new")).doesNotExist();

        write("old", ROSTER, 100);
        Map<String, List<Byte>> before = bytes("old");
        assertThatThrownBy(() -> writer(ROSTER.sized(5), 100).write(home.resolve("old"), true, legend(ROSTER), done -> {
                    assertThat(names("old")).contains("responses.ndjson.unfinished");
                    throw new IllegalStateException("after " + done);
                }))
                .hasMessageStartingWith("after ");
        assertThat(bytes("old")).isEqualTo(before);
    }

    /** Some files have their names already when one of them cannot be given its own. */
    @Test
    void aNameThatCannotBeGivenLeavesEverythingAsItWas() throws IOException {
        write("old", ROSTER.sized(3), 100);
        Map<String, List<Byte>> before = bytes("old");
        assertThatThrownBy(() -> writer(ROSTER, 100)
                        .write(home.resolve("old"), true, legend(ROSTER), _ -> delete("old/tallies.csv.unfinished")))
                .hasMessageContaining("--out " + home.resolve("old") + ": not everything could be written")
                .hasMessageContaining("it is not there: " + home.resolve("old/tallies.csv.unfinished"))
                .hasMessageContaining("the files there are those that were there before");
        assertThat(bytes("old")).isEqualTo(before);

        assertThatThrownBy(() -> writer(ROSTER, 100)
                        .write(home.resolve("new"), false, legend(ROSTER), _ -> delete("new/tallies.csv.unfinished")))
                .hasMessageContaining("not everything could be written");
        assertThat(home.resolve("new")).doesNotExist();
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(home.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFullDiskIsCalledOne() throws IOException {
        write("old", ROSTER, 100);
        Map<String, List<Byte>> before = bytes("old");
        Files.createSymbolicLink(home.resolve("old/responses.ndjson.unfinished"), Path.of("/dev/full"));
        assertThatThrownBy(() -> writer(ROSTER, 100).write(home.resolve("old"), true, legend(ROSTER), _ -> {}))
                .hasMessageContaining("No space left on device");
        assertThat(bytes("old")).isEqualTo(before);
    }

    @Test
    void aFolderInThePlaceOfAFileStays() throws IOException {
        write("old", ROSTER, 100);
        Files.delete(home.resolve("old/marks.csv"));
        Files.createDirectories(home.resolve("old/marks.csv"));
        Files.writeString(home.resolve("old/marks.csv/mine.txt"), "mine");
        assertThatThrownBy(() -> writer(ROSTER, 100).write(home.resolve("old"), true, legend(ROSTER), _ -> {}))
                .hasMessageContaining("a folder has this name: " + home.resolve("old/marks.csv"));
        assertThat(home.resolve("old/marks.csv/mine.txt")).exists();
        assertThat(names("old")).hasSize(6).noneMatch(name -> name.matches(".*(unfinished|before)"));
    }

    @Test
    void aCauseIsToldInWords() {
        assertThat(FailureReader.of(new AccessDeniedException("/x"))).isEqualTo("permission denied: /x");
        assertThat(FailureReader.of(new NoSuchFileException("/x"))).isEqualTo("it is not there: /x");
        assertThat(FailureReader.of(new FileAlreadyExistsException("/x"))).isEqualTo("it is a file and no folder: /x");
        assertThat(FailureReader.of(new FileSystemException("/x", null, "Read-only file system")))
                .isEqualTo("Read-only file system: /x");
        assertThat(FailureReader.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(FailureReader.of(new IOException())).isEqualTo("IOException");
    }

    /** One pool alone may be as large as a round. */
    @Test
    void tellsHowFarItIsWithinAPoolToo() throws IOException {
        var told = new ArrayList<Integer>();
        writer(ROSTER, 7).write(home.resolve("out"), false, legend(ROSTER), told::add);
        int all = demonstration(ROSTER).responses();
        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(all).hasSizeGreaterThan(all / 7);
        assertThat(told.getFirst()).isEqualTo(7);
    }

    private String write(String folder, Roster roster, int sheets) {
        return writer(roster, sheets).write(home.resolve(folder), false, legend(roster), _ -> {});
    }

    private static Legend legend(Roster roster) {
        return new Legend("the seed", roster, "./prongsai demo --out DIR");
    }

    private static FolderWriter writer(Roster roster, int sheets) {
        return new FolderWriter(FRAMEWORK, demonstration(roster), sheets);
    }

    private static Demonstration demonstration(Roster roster) {
        List<Unit> units = new Plan("test", roster, Mix.of("mediocre=1"), new Wanted.Usual(), 1).units(FRAMEWORK);
        return new Demonstration("test", FRAMEWORK, units);
    }

    private List<String> names(String folder) {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, List<Byte>> bytes(String folder) throws IOException {
        var bytes = new TreeMap<String, List<Byte>>();
        for (String name : names(folder)) {
            var content = new ArrayList<Byte>();
            for (byte each : Files.readAllBytes(home.resolve(folder).resolve(name))) content.add(each);
            bytes.put(name, content);
        }
        return bytes;
    }
}
