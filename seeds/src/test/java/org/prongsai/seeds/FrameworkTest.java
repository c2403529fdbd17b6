package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.seeds.file.SeedReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What holds for the immigration units' own frameworks, year after year. */
@ParameterizedClass
@ValueSource(strings = {"ita-immigration-2567", "ita-immigration-2570"})
class FrameworkTest {

    @Parameter
    private String name = "";

    private JsonNode framework = MissingNode.getInstance();

    @BeforeEach
    void read() {
        framework = new YAMLMapper().readTree(SeedReader.packaged().text("frameworks/" + name + ".yaml"));
    }

    @Test
    void hasTheSizesOfTheYear() {
        assertThat(items("iit").map(FrameworkTest::code))
                .hasSize(15)
                .startsWith("i1")
                .endsWith("i15");
        assertThat(items("eit").map(FrameworkTest::code))
                .hasSize(9)
                .startsWith("e1")
                .endsWith("e9");
        assertThat(items("oit").map(FrameworkTest::code)).hasSizeBetween(30, 36).startsWith("o1");
        assertThat(indicators().map(FrameworkTest::code))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(Stream.of("iit", "eit")
                        .flatMap(survey -> instrument(survey).path("indicators").valueStream()))
                .allSatisfy(indicator -> assertThat(indicator.path("items")).hasSize(3));
    }

    @Test
    void everyTextIsInBothLanguages() {
        List<JsonNode> texts = texts(framework, new ArrayList<>());
        assertThat(texts).hasSizeGreaterThan(300).allSatisfy(text -> {
            assertThat(text.path("th").stringValue()).isNotBlank().matches(".*\\p{IsThai}.*");
            assertThat(text.path("en").stringValue()).isNotBlank().doesNotMatch(".*\\p{IsThai}.*");
        });
    }

    private static List<JsonNode> texts(JsonNode node, List<JsonNode> found) {
        if (node.has("th") || node.has("en")) found.add(node);
        else node.valueStream().forEach(child -> texts(child, found));
        return found;
    }

    @Test
    void codesAreUnique() {
        assertThat(Stream.of("iit", "eit", "oit").flatMap(this::items).map(FrameworkTest::code))
                .doesNotHaveDuplicates();
        assertThat(Stream.of("iit", "eit").flatMap(this::items)).allSatisfy(item -> assertThat(
                        item.path("options").valueStream().map(FrameworkTest::code))
                .doesNotHaveDuplicates());
        assertThat(items("oit")).allSatisfy(item -> assertThat(
                        item.path("elements").valueStream().map(FrameworkTest::code))
                .isNotEmpty()
                .doesNotHaveDuplicates());
    }

    @Test
    void weightsSumToOne() {
        assertThat(sum(framework.path("instruments"))).isEqualByComparingTo("1");
        assertThat(sum(instrument("iit").path("parts"))).isEqualByComparingTo("1");
        assertThat(sum(instrument("eit").path("parts"))).isEqualByComparingTo("1");
    }

    private static BigDecimal sum(JsonNode list) {
        return list.valueStream()
                .map(each -> each.path("weight").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void questionsHaveSixAnswersOrTwoAndBothEnds() {
        assertThat(Stream.of("iit", "eit").flatMap(this::items)).allSatisfy(item -> {
            List<Integer> values = values(item);
            assertThat(values)
                    .isIn(
                            List.of(0, 20, 40, 60, 80, 100),
                            List.of(100, 80, 60, 40, 20, 0),
                            List.of(0, 100),
                            List.of(100, 0));
        });
        assertThat(items("iit").filter(item -> values(item).size() == 2).map(FrameworkTest::code))
                .containsExactly("i3", "i9");
        assertThat(items("eit").filter(item -> values(item).size() == 2).map(FrameworkTest::code))
                .containsExactly("e3", "e9");
    }

    @Test
    void negativeQuestionsGiveTheBestAnswerFirst() {
        assertThat(Stream.of("iit", "eit")
                        .flatMap(this::items)
                        .filter(item -> values(item).getFirst() == 100)
                        .map(FrameworkTest::code))
                .containsExactly("i3", "i5", "i6", "i7", "i8", "i9", "i11", "e3");
    }

    @Test
    void notKnowingIsTheLastAnswerAndHasNoValue() {
        assertThat(Stream.of("iit", "eit").flatMap(this::items)).allSatisfy(item -> {
            JsonNode options = item.path("options");
            options.valueStream().filter(option -> code(option).equals("na")).forEach(option -> {
                assertThat(option.path("value").isNull()).isTrue();
                assertThat(option).isEqualTo(options.path(options.size() - 1));
            });
        });
    }

    @Test
    void everyItemSaysWhereItsWordsComeFrom() {
        assertThat(Stream.of("iit", "eit", "oit").flatMap(this::items))
                .allSatisfy(item ->
                        assertThat(item.path("provenance").stringValue()).isEqualTo("provisional"));
        assertThat(items("oit"))
                .allSatisfy(
                        item -> assertThat(item.path("legalBasis").isObject()).isTrue());
    }

    @Test
    void staffQuestionsEachHaveTheirOwnAnswers() {
        assertThat(items("iit").filter(item -> values(item).size() == 6).map(item -> item.path("options")
                        .valueStream()
                        .map(option -> option.path("label").path("th").stringValue())
                        .toList()))
                .doesNotHaveDuplicates()
                .allSatisfy(labels -> assertThat(labels).doesNotHaveDuplicates());
    }

    private static List<Integer> values(JsonNode item) {
        return item.path("options")
                .valueStream()
                .map(option -> option.path("value"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .toList();
    }

    private Stream<JsonNode> items(String instrument) {
        return instrument(instrument)
                .path("indicators")
                .valueStream()
                .flatMap(indicator -> indicator.has("subIndicators")
                        ? indicator.path("subIndicators").valueStream()
                        : Stream.of(indicator))
                .flatMap(group -> group.path("items").valueStream());
    }

    private Stream<JsonNode> indicators() {
        return framework.path("instruments").valueStream().flatMap(each -> each.path("indicators")
                .valueStream());
    }

    private JsonNode instrument(String code) {
        return framework
                .path("instruments")
                .valueStream()
                .filter(each -> code(each).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String code(JsonNode node) {
        return node.path("code").stringValue();
    }
}
