package org.prongsai.seeds.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.form.AnswerSheet;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemonstrationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST_TOKEN = "qlaYpVq1sa1NC5gf4jmuHTcC5TxorQAOGHFst1XJZ9M";
    private static final String FIRST_ANSWERS =
            "\"i1\":\"5\",\"i2\":\"5\",\"i3\":\"na\",\"i4\":\"4\",\"i5\":\"3\",\"i6\":\"2\",\"i7\":\"2\",\"i8\":\"3\",";
    private static final List<String> MISSING = List.of("imm-lampang,o11,0", "imm-lampang,o16,0", "imm-lampang,o34,0");
    private static final Framework FRAMEWORK = new FrameworkReader(SeedReader.packaged()).read("ita-immigration-2567");

    @Test
    void isTheSameEveryTime() {
        Unit unit = unit(Profile.MEDIOCRE, 5);
        assertThat(lines(of(unit))).isEqualTo(lines(of(unit)));
        assertThat(of(unit).marks()).containsExactlyElementsOf(of(unit).marks().toList());
        assertThat(lines(new Demonstration("another-round", FRAMEWORK, List.of(unit))))
                .isNotEqualTo(lines(of(unit)));
    }

    /** Whoever compares two computers, or two years, must find the same people. */
    @Test
    void isTheSameOnEveryMachine() {
        Unit unit = unit(Profile.MEDIOCRE, 3);
        assertThat(lines(of(unit)).getFirst())
                .startsWith("{\"agency\":\"imm-lampang\",\"instrument\":\"iit\",\"part\":\"1\",\"token\":\""
                        + FIRST_TOKEN + "\",\"answers\":{" + FIRST_ANSWERS);
        assertThat(of(unit).marks().filter(line -> line.endsWith(",0"))).containsExactlyElementsOf(MISSING);
    }

    @Test
    void everySheetIsOneThatTheFormAllows() {
        json(of(unit(Profile.POOR, 5))).forEach(line -> {
            assertThat(line.propertyNames()).containsExactly("agency", "instrument", "part", "token", "answers");
            Form form = of(unit(Profile.POOR, 5)).form(line.path("instrument").asString());
            assertThat(new AnswerSheet(form, answers(line)).faults()).isEmpty();
        });
    }

    private static Map<String, String> answers(JsonNode line) {
        return line.path("answers")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    /** Whoever tells how far it is asks for each pool: were all units added up each time, that would be 10 thousand million. */
    @Test
    void howManyItHasIsKnownAndNotCountedEachTime() {
        int units = 100_000;
        var large = new Demonstration("large", FRAMEWORK, Collections.nCopies(units, unit(Profile.POOR, 1)));
        int responses = large.units().getFirst().responses();
        boolean known = assertTimeoutPreemptively(Duration.ofSeconds(3), () -> IntStream.range(0, units)
                .allMatch(_ -> large.responses() == units * responses));
        assertThat(known).isTrue();
    }

    @Test
    void countsWhatItWrites() {
        Demonstration demonstration = of(unit(Profile.MEDIOCRE, 5));
        for (Pool pool : unit(Profile.MEDIOCRE, 5).pools().toList()) {
            List<Map<String, String>> written = json(demonstration)
                    .filter(line -> line.path("instrument").asString().equals(pool.instrument()))
                    .filter(line -> line.path("part").asString().equals(pool.part()))
                    .map(DemonstrationTest::answers)
                    .toList();
            Tally counted = demonstration
                    .sheets(pool, 7)
                    .map(sheets ->
                            Tally.empty(demonstration.form(pool.instrument())).plusAll(sheets))
                    .reduce(Tally::merge)
                    .orElseThrow();
            assertThat(counted)
                    .isEqualTo(
                            Tally.empty(demonstration.form(pool.instrument())).plusAll(written));
        }
    }

    @Test
    void tokensAreThirtyTwoBytesAndNeverRepeat() {
        assertThat(json(plan("demo-2567-immigration"))
                        .map(line -> line.path("token").asString()))
                .doesNotHaveDuplicates()
                .allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void noPoolThatFitsIsCutInTwo() {
        List<Batch> batches = plan("demo-2567-immigration").batches(1_000).toList();
        assertThat(batches).hasSizeGreaterThan(3).allMatch(batch -> batch.size() <= 1_000);
        assertThat(batches.stream().flatMap(batch -> batch.slices().stream()).map(Slice::pool))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPoolThatIsTooLargeIsCutIntoEvenPieces() {
        Unit large = new Unit("imm-lampang", Profile.GOOD, 0, 90, 9_000, 8, 1_003, 40, null);
        List<Batch> batches = of(large).batches(100).toList();
        assertThat(batches).allMatch(batch -> batch.size() <= 100);
        assertThat(batches.stream()
                        .flatMap(batch -> batch.slices().stream())
                        .filter(slice -> slice.pool().part().equals("1")
                                && slice.pool().instrument().equals("eit")))
                .hasSize(11)
                .allMatch(slice -> slice.size() >= 91 && slice.size() <= 92);
        assertThat(batches.stream().map(of(large)::lines).flatMap(String::lines))
                .containsExactlyElementsOf(lines(of(large)));
    }

    @Test
    void theScriptIsReadByAsManyAsAreSaid() {
        Unit half = new Unit("imm-lampang", Profile.COACHED, 0.5, 900, 900, 400, 0, 400, null);
        assertThat(perfect(half, "iit")).isBetween(0.42, 0.58);
        assertThat(perfect(half, "eit"))
                .as("whom assessors choose has read no script")
                .isLessThan(0.05);
    }

    @Test
    void marksHaveAsManyZerosAsPlanned() {
        List<String> marks = of(unit(Profile.GOOD, 4)).marks().toList();
        List<String> items = FRAMEWORK.instrument("oit").orElseThrow().items().stream()
                .map(Item::code)
                .toList();
        assertThat(marks).hasSize(items.size()).allMatch(line -> line.matches("imm-lampang,o\\d+,(0|100)"));
        assertThat(marks.stream().filter(line -> line.endsWith(",0"))).hasSize(4);
        assertThat(of(new Unit("imm-lampang", Profile.GOOD, 0, 9, 9, 5, 2, 2, null))
                        .marks())
                .isEmpty();
    }

    private static double perfect(Unit unit, String instrument) {
        Form form = of(unit).form(instrument);
        return json(of(unit))
                .filter(line -> line.path("instrument").asString().equals(instrument))
                .mapToInt(line -> IntStream.range(0, form.size()).allMatch(q -> best(form, q, line)) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean best(Form form, int q, JsonNode line) {
        String code = form.questions().get(q).code();
        Integer value = form.value(code, line.path("answers").path(code).asString());
        return value != null && value == 100;
    }

    private static Demonstration of(Unit unit) {
        return new Demonstration("demo-test", FRAMEWORK, List.of(unit));
    }

    private static Demonstration plan(String round) {
        return new Demonstration(
                round, FRAMEWORK, Unit.readAll(SeedReader.packaged().text("demo/" + round + ".csv")));
    }

    private static Unit unit(Profile profile, int missing) {
        return new Unit("imm-lampang", profile, profile.scripted(), 90, 900, 60, 60, 60, missing);
    }

    private static List<String> lines(Demonstration demonstration) {
        return demonstration
                .batches(1_000)
                .map(demonstration::lines)
                .flatMap(String::lines)
                .toList();
    }

    private static Stream<JsonNode> json(Demonstration demonstration) {
        return lines(demonstration).stream().map(JSON::readTree);
    }
}
