package org.prongsai.seeds.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.file.SeedReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DemonstrationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode FRAMEWORK =
            new YAMLMapper().readTree(SeedReader.packaged().text("frameworks/ita-immigration-2567.yaml"));
    private static final Form FORM = new Form(FRAMEWORK);

    @Test
    void isTheSameEveryTime() {
        Unit unit = unit(Profile.MEDIOCRE, 5);
        assertThat(of(unit).responses(100)).isEqualTo(of(unit).responses(100));
        assertThat(of(unit).marks()).isEqualTo(of(unit).marks());
        assertThat(new Demonstration("another-round", FRAMEWORK, List.of(unit)).responses(100))
                .isNotEqualTo(of(unit).responses(100));
    }

    @Test
    void everyQuestionIsAnsweredWithAnOptionOfTheForm() {
        lines(of(unit(Profile.POOR, 5))).forEach(line -> {
            Map<String, Question> questions = FORM
                    .questions(line.path("instrument").asString())
                    .stream()
                    .collect(Collectors.toMap(Question::code, Function.identity()));
            assertThat(line.path("answers").propertyNames()).containsExactlyInAnyOrderElementsOf(questions.keySet());
            line.path("answers").forEachEntry((code, answer) -> assertThat(codes(questions.get(code)))
                    .contains(answer.asString()));
        });
    }

    private static List<String> codes(Question question) {
        return Stream.concat(question.options().stream().map(Question.Option::code), question.dontKnow().stream())
                .toList();
    }

    @Test
    void tokensAreThirtyTwoBytesAndNeverRepeat() {
        assertThat(plan("demo-2567-immigration").responses(1_000).stream()
                        .flatMap(List::stream)
                        .map(line -> JSON.readTree(line).path("token").asString()))
                .doesNotHaveDuplicates()
                .allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void noPoolIsCutInTwo() {
        List<List<String>> batches = plan("demo-2567-immigration").responses(1_000);
        assertThat(batches).hasSizeGreaterThan(3).allSatisfy(batch -> assertThat(batch)
                .hasSizeLessThanOrEqualTo(1_000));
        var seen = new HashSet<String>();
        batches.forEach(
                batch -> assertThat(batch.stream().map(DemonstrationTest::pool).distinct())
                        .allMatch(seen::add));
    }

    private static String pool(String line) {
        JsonNode json = JSON.readTree(line);
        return json.path("agency") + "/" + json.path("instrument") + "/" + json.path("part");
    }

    @Test
    void profilesScoreAsTheyAreCalled() {
        assertThat(total(unit(Profile.HONEST_EXCELLENT, 1))).isBetween(95.0, 99.5);
        assertThat(total(unit(Profile.GOOD, 2))).isBetween(86.0, 95.0);
        assertThat(total(unit(Profile.MEDIOCRE, 7))).isBetween(72.0, 84.0);
        assertThat(total(unit(Profile.POOR, 17))).isBetween(40.0, 66.0);
        assertThat(total(unit(Profile.TOO_FEW, 4))).isBetween(75.0, 95.0);
    }

    @Test
    void excellentUnitsStayHumanAndCoachedOnesDoNot() {
        assertThat(perfect(unit(Profile.HONEST_EXCELLENT, 0), "iit")).isLessThan(0.5);
        assertThat(perfect(unit(Profile.COACHED, 0), "iit")).isGreaterThan(0.9);
        Unit coached = unit(Profile.COACHED, 0);
        assertThat(score(coached, "eit", "1") - score(coached, "eit", "2")).isGreaterThan(12);
    }

    @Test
    void marksHaveAsManyZerosAsPlanned() {
        List<String> marks = of(unit(Profile.GOOD, 4)).marks();
        assertThat(marks)
                .hasSize(FORM.itemCodes("oit").size())
                .allMatch(line -> line.matches("imm-lampang,o\\d+,(0|100)"));
        assertThat(marks.stream().filter(line -> line.endsWith(",0"))).hasSize(4);
    }

    private static Demonstration of(Unit unit) {
        return new Demonstration("demo-test", FRAMEWORK, List.of(unit));
    }

    private static Demonstration plan(String round) {
        return new Demonstration(
                round, FRAMEWORK, Unit.readAll(SeedReader.packaged().text("demo/" + round + ".csv")));
    }

    private static Unit unit(Profile profile, int missing) {
        return new Unit("imm-lampang", profile, 90, 900, 60, 60, 60, missing);
    }

    private static double total(Unit unit) {
        double eit = (score(unit, "eit", "1") + score(unit, "eit", "2")) / 2;
        double oit = 100.0
                - 100.0
                        * unit.missingItems().orElseThrow()
                        / FORM.itemCodes("oit").size();
        return 0.3 * score(unit, "iit", "1") + 0.3 * eit + 0.4 * oit;
    }

    private static double score(Unit unit, String instrument, String part) {
        List<JsonNode> sheets = sheets(unit, instrument, part);
        return FORM.questions(instrument).stream()
                .mapToDouble(question -> mean(sheets, question))
                .average()
                .orElseThrow();
    }

    private static double mean(List<JsonNode> sheets, Question question) {
        Map<String, Integer> values =
                question.options().stream().collect(Collectors.toMap(Question.Option::code, Question.Option::value));
        return sheets.stream()
                .map(answers -> answers.path(question.code()).asString())
                .filter(values::containsKey)
                .mapToInt(values::get)
                .average()
                .orElseThrow();
    }

    private static double perfect(Unit unit, String instrument) {
        List<Question> questions = FORM.questions(instrument);
        return sheets(unit, instrument, "1").stream()
                .mapToInt(answers -> questions.stream().allMatch(question -> best(answers, question)) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean best(JsonNode answers, Question question) {
        return question.best().equals(answers.path(question.code()).asString());
    }

    private static List<JsonNode> sheets(Unit unit, String instrument, String part) {
        return lines(of(unit))
                .filter(line -> line.path("instrument").asString().equals(instrument)
                        && line.path("part").asString().equals(part))
                .map(line -> line.path("answers"))
                .toList();
    }

    private static Stream<JsonNode> lines(Demonstration demonstration) {
        return demonstration.responses(1_000).stream().flatMap(List::stream).map(JSON::readTree);
    }
}
