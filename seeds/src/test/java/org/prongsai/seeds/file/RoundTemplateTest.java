package org.prongsai.seeds.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RoundTemplateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> STEPS = List.of(
            "population",
            "iit",
            "eit",
            "oit",
            "approval",
            "marking",
            "clarification",
            "confirmation",
            "certification",
            "publication");

    private static ObjectNode round(String name) {
        return RoundTemplate.of(SeedReader.packaged().text("rounds/" + name + ".json"))
                .on(TODAY, "ita-immigration-2567@3");
    }

    @Test
    void relativeDaysAreLaidAroundToday() {
        JsonNode eit = window(round("demo-2570-immigration"), "eit");
        assertThat(day(eit, "from")).isEqualTo(TODAY.minusDays(20));
        assertThat(day(eit, "to")).isAfter(TODAY.plusWeeks(4));
        JsonNode iit = window(round("demo-2570-immigration"), "iit");
        assertThat(day(iit, "from")).isBefore(TODAY);
        assertThat(day(iit, "to")).isAfter(TODAY.plusWeeks(4));
    }

    @Test
    void fixedDaysStay() {
        ObjectNode past = round("demo-2567-immigration");
        assertThat(day(window(past, "population"), "from")).isEqualTo("2024-01-01");
        assertThat(past.path("calendar").valueStream().limit(STEPS.size() - 2))
                .allSatisfy(window -> assertThat(day(window, "to")).isBeforeOrEqualTo(LocalDate.of(2024, 6, 30)));
        assertThat(day(window(past, "publication"), "from"))
                .as("the day results were announced")
                .isEqualTo("2024-07-30");
    }

    @Test
    void everyStepHasOneWindowThatDoesNotEndBeforeItBegins() {
        for (String name : List.of("demo-2567-immigration", "demo-2570-immigration")) {
            JsonNode calendar = round(name).path("calendar");
            assertThat(calendar.valueStream().map(window -> window.path("step").asString()))
                    .containsExactlyElementsOf(STEPS);
            assertThat(calendar.valueStream())
                    .allSatisfy(window -> assertThat(day(window, "to")).isAfterOrEqualTo(day(window, "from")));
        }
    }

    @Test
    void demonstrationsAreSyntheticAndUseTheVersionThePlatformHolds() {
        for (String name : List.of("demo-2567-immigration", "demo-2570-immigration")) {
            ObjectNode round = round(name);
            assertThat(round.path("round").asString()).isEqualTo(name);
            assertThat(round.path("synthetic").asBoolean()).isTrue();
            assertThat(round.path("framework").asString()).isEqualTo("ita-immigration-2567@3");
            assertThat(round.path("k").asInt()).isEqualTo(5);
            assertThat(round.path("participants").path("parent").asString()).isEqualTo("immigration-bureau");
        }
    }

    @Test
    void overridesAreLaidOutToo() {
        RoundTemplate template = RoundTemplate.of(
                "{\"round\":\"r\",\"framework\":\"f@1\",\"overrides\":[{\"step\":\"eit\",\"from\":\"-P1D\",\"to\":\"P1W\"}]}");
        JsonNode override = template.on(TODAY, "f@1").path("overrides").path(0);
        assertThat(day(override, "from")).isEqualTo("2026-11-22");
        assertThat(day(override, "to")).isEqualTo("2026-11-30");
    }

    @Test
    void knowsItsOwnRoundAgain() {
        RoundTemplate template = RoundTemplate.of("{\"round\":\"r\",\"framework\":\"f@1\",\"synthetic\":true}");
        assertThat(template.made(json("{\"framework\":\"f@2\",\"synthetic\":true}")))
                .isTrue();
        assertThat(template.made(json("{\"framework\":\"f@1\",\"synthetic\":false}")))
                .isFalse();
        assertThat(template.made(json("{\"framework\":\"g@1\",\"synthetic\":true}")))
                .isFalse();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode window(JsonNode round, String step) {
        return round.path("calendar")
                .valueStream()
                .filter(window -> window.path("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate day(JsonNode window, String end) {
        return LocalDate.parse(window.path(end).asString());
    }
}
