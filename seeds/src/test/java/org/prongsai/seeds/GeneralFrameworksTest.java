package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.table.Row;
import org.prongsai.methodology.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The frameworks for all agencies, held against what is known of their years. */
class GeneralFrameworksTest {

    private static final Table FACTS =
            Table.of("code", "sub_indicator", "title_th", "title_en", "evidence_summary_en", "marks", "status");

    private record Place(String sub, JsonNode item) {}

    @Test
    void theItemsOf2567AreThoseOfItsYear() {
        Map<String, Place> items = disclosed("ita-general-2567");
        var facts = new LinkedHashMap<String, Row>();
        String csv = SeedFolder.text(Path.of("src/test/resources/oit-2567.csv")).replaceAll("(?m)^#.*\\n", "");
        assertThat(FACTS.read(csv, row -> facts.put(row.text("code"), row))).isEmpty();
        assertThat(facts).hasSize(35);
        assertThat(items.keySet()).containsExactlyElementsOf(facts.keySet());
        facts.forEach((code, fact) -> {
            Place place = Objects.requireNonNull(items.get(code));
            assertThat(place.sub()).as(code).isEqualTo(fact.text("sub_indicator"));
            assertThat(place.item().at("/text/th").asString()).as(code).isEqualTo(fact.text("title_th"));
            assertThat(place.item().at("/text/en").asString()).as(code).isEqualTo(fact.text("title_en"));
            assertThat(place.item().path("provenance").asString("provisional"))
                    .as(code)
                    .isEqualTo(fact.text("status"));
        });
        assertThat(facts.values()).extracting(row -> row.text("marks")).containsOnly("0|100");
        assertThat(instrument(read("ita-general-2567"), "oit")
                        .path("marks")
                        .valueStream()
                        .map(JsonNode::asInt))
                .containsExactly(0, 100);
        assertThat(read("ita-general-2567").path("provenance").asString()).isEqualTo("provisional");
    }

    /** Where the bad thing is asked about, the best answer comes first; four questions are yes or no. */
    @Test
    void theQuestionsOf2567LeanTheWayTheirYearDid() {
        JsonNode framework = read("ita-general-2567");
        List<JsonNode> asked = Stream.of("iit", "eit")
                .flatMap(survey -> items(framework, survey))
                .toList();
        assertThat(asked).hasSize(15 + 9).allSatisfy(item -> assertThat(values(item))
                .as(code(item))
                .isIn(
                        List.of(0, 20, 40, 60, 80, 100),
                        List.of(100, 80, 60, 40, 20, 0),
                        List.of(0, 100),
                        List.of(100, 0)));
        assertThat(asked.stream().filter(item -> values(item).getFirst() == 100).map(GeneralFrameworksTest::code))
                .containsExactly("i3", "i5", "i6", "i7", "i8", "i9", "i11", "e3");
        assertThat(asked.stream().filter(item -> values(item).size() == 2).map(GeneralFrameworksTest::code))
                .containsExactly("i3", "i9", "e3", "e9");
    }

    @Test
    void theGroupsOf2564HaveTheSizesOfTheirYear() {
        var sizes = new LinkedHashMap<String, Integer>();
        disclosed("ita-general-2564").values().forEach(place -> sizes.merge(place.sub(), 1, Integer::sum));
        assertThat(sizes)
                .containsExactly(
                        Map.entry("9.1", 9),
                        Map.entry("9.2", 8),
                        Map.entry("9.3", 7),
                        Map.entry("9.4", 4),
                        Map.entry("9.5", 5),
                        Map.entry("10.1", 8),
                        Map.entry("10.2", 2));
        assertThat(Stream.of("iit", "eit")
                        .flatMap(survey -> items(read("ita-general-2564"), survey))
                        .flatMap(item ->
                                item.has("subItems") ? item.path("subItems").valueStream() : Stream.of(item)))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(values(question))
                        .as(code(question))
                        .isIn(List.of(0, 33, 67, 100), List.of(100, 67, 33, 0), List.of(0, 100), List.of(100, 0)));
    }

    private static Map<String, Place> disclosed(String name) {
        var places = new LinkedHashMap<String, Place>();
        instrument(read(name), "oit")
                .path("indicators")
                .valueStream()
                .flatMap(indicator -> indicator.path("subIndicators").valueStream())
                .forEach(sub -> sub.path("items").valueStream().forEach(item -> assertThat(
                                places.put(code(item), new Place(code(sub), item)))
                        .isNull()));
        return places;
    }

    private static Stream<JsonNode> items(JsonNode framework, String instrument) {
        return instrument(framework, instrument)
                .path("indicators")
                .valueStream()
                .flatMap(indicator -> indicator.path("items").valueStream());
    }

    private static List<Integer> values(JsonNode question) {
        return question.path("options")
                .valueStream()
                .map(option -> option.path("value"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .toList();
    }

    private static JsonNode instrument(JsonNode framework, String code) {
        return framework
                .path("instruments")
                .valueStream()
                .filter(each -> code(each).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String name) {
        return new YAMLMapper().readTree(SeedFolder.text(Path.of("frameworks", name + ".yaml")));
    }

    private static String code(JsonNode node) {
        return node.path("code").asString();
    }
}
