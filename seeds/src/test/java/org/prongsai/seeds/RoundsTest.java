package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.calendar.Calendar;
import org.prongsai.methodology.calendar.Schedule;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.file.RoundTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every round, plan of a demonstration and list of people: what they name exists. */
class RoundsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Map<String, String> PARENTS = new HashMap<>();
    private static final Map<String, String> TYPES = new HashMap<>();

    static {
        SeedFolder.agencies().forEach(row -> {
            PARENTS.put(row.getField("agency"), row.getField("parent"));
            TYPES.put(row.getField("agency"), row.getField("type"));
        });
    }

    static List<Path> rounds() {
        return new SeedFolder("rounds").files();
    }

    static List<Path> plans() {
        return new SeedFolder("demo").files();
    }

    static List<Path> people() {
        return new SeedFolder("people").files();
    }

    private static JsonNode round(Path file) {
        return RoundTemplate.of(SeedFolder.text(file)).on(TODAY, "f@1");
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void namesAFrameworkOfItsYearAndAgenciesThatExist(Path file) {
        RoundTemplate template = RoundTemplate.of(SeedFolder.text(file));
        assertThat(template.round()).isEqualTo(SeedFolder.nameOf(file));
        assertThat(SeedFolder.frameworks()).contains(template.framework());
        String year = template.framework().replaceFirst(".*-", "");
        assertThat(template.round()).contains(year);
        JsonNode round = round(file);
        assertThat(PARENTS)
                .containsKey(round.path("participants").path("parent").asString());
        assertThat(TYPES.values())
                .containsAll(round.path("participants")
                        .path("types")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(PARENTS.keySet())
                .containsAll(round.path("overrides")
                        .valueStream()
                        .map(each -> each.path("agency").asString())
                        .toList());
        assertThat(round.path("title").path("th").asString())
                .matches(".*\\p{IsThai}.*")
                .contains(year);
        assertThat(round.path("title").path("en").asString()).contains(year);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void everyStepHasOneWindowAndNoneBeginsBeforeTheOneBefore(Path file) {
        var schedule = JsonMapper.builder()
                .build()
                .convertValue(
                        Map.of(
                                "calendar",
                                round(file).path("calendar"),
                                "overrides",
                                round(file).path("overrides")),
                        Schedule.class);
        assertThat(schedule.checked().problems()).isEmpty();
        Calendar calendar = schedule.checked().orThrow();
        assertThat(calendar.windows().keySet()).containsExactly(Step.values());
        assertThat(calendar.windows().values()).extracting(Window::from).isSorted();
        Instant approved = window(calendar, Step.APPROVAL).to();
        assertThat(window(calendar, Step.APPROVAL).from())
                .isAfterOrEqualTo(window(calendar, Step.OIT).to());
        assertThat(window(calendar, Step.MARKING).from()).isAfterOrEqualTo(approved);
    }

    private static Window window(Calendar calendar, Step step) {
        return calendar.window(step, List.of()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanBelongsToASyntheticRoundAndNamesItsUnits(Path file) {
        Path round = Path.of("rounds", SeedFolder.nameOf(file) + ".json");
        assertThat(Files.exists(round)).as(round + " for " + file).isTrue();
        assertThat(round(round).path("synthetic").asBoolean(false)).isTrue();
        JsonNode who = round(round).path("participants");
        Set<String> types =
                who.path("types").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        assertThat(Unit.readAll(SeedFolder.text(file)))
                .isNotEmpty()
                .extracting(Unit::agency)
                .doesNotHaveDuplicates()
                .allSatisfy(agency -> {
                    assertThat(types).contains(TYPES.getOrDefault(agency, "no type: unknown"));
                    assertThat(path(agency)).contains(who.path("parent").asString());
                });
    }

    private static List<String> path(String agency) {
        return Stream.iterate(agency, PARENTS::containsKey, PARENTS::get).toList();
    }

    @ParameterizedTest
    @MethodSource("people")
    void peopleAreMadeUpAndAssignedToAgenciesThatExist(Path file) {
        List<JsonNode> people = SeedFolder.json(file).valueStream().toList();
        assertThat(people)
                .isNotEmpty()
                .extracting(person -> person.path("person").asString())
                .doesNotHaveDuplicates();
        assertThat(people).allSatisfy(person -> {
            assertThat(person.path("email").asString()).endsWith("@example.org");
            assertThat(person.path("name").path("th").asString()).matches(".*\\p{IsThai}.*");
            assertThat(person.path("name").path("en").asString()).matches("[\\p{IsLatin} ]+");
            assertThat(person.path("language").asString()).isIn("th", "en");
            assertThat(person.path("assignments").valueStream().toList())
                    .isNotEmpty()
                    .allSatisfy(assignment -> assertThat(PARENTS)
                            .containsKey(assignment.path("agency").asString()));
        });
    }
}
