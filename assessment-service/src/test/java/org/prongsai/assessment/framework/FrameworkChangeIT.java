package org.prongsai.assessment.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;

/** Differences between versions, and an official list that arrives late. */
class FrameworkChangeIT {
    private static final String FRAMEWORKS = "/api/v1/frameworks/";
    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    private static void put(String name, String yaml) {
        var answer = WORLD.write(WORLD.admin(), "PUT", FRAMEWORKS + name, "application/yaml", yaml);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static Answer lay(String name, String query, String csv, String... headers) {
        return WORLD.write(WORLD.admin(), "POST", FRAMEWORKS + name + "/item-lists" + query, "text/csv", csv, headers);
    }

    /** The framework's own items as a list. */
    private static String list(String name) {
        var csv = new StringBuilder("code,sub_indicator,title_th,title_en\n");
        for (var instrument :
                WORLD.get(FRAMEWORKS + name).json().path("instruments").values())
            for (var indicator : instrument.path("indicators").values())
                for (var group : indicator.path("subIndicators").values())
                    for (var item : group.path("items").values())
                        csv.append("%s,%s,\"%s\",\"%s\"\n"
                                .formatted(
                                        item.path("code").asString(),
                                        group.path("code").asString(),
                                        item.at("/text/th").asString(),
                                        item.at("/text/en").asString()));
        return csv.toString();
    }

    @Test
    void tellsWhatIsDifferent() {
        put("fw-diff", Given.frameworkYaml("fw-diff"));
        put("fw-diff", Given.frameworkYaml("fw-diff").replace("floor: 30", "floor: 25"));
        var diff = WORLD.get(FRAMEWORKS + "fw-diff/diff");
        assertThat(diff.status()).as(diff.body()).isEqualTo(200);
        assertThat(diff.json().path("from").asString()).isEqualTo("fw-diff@1");
        assertThat(diff.json().path("to").asString()).isEqualTo("fw-diff@2");
        assertThat(diff.json().path("wordingOnly").asBoolean()).isFalse();
        assertThat(diff.json().at("/counts/worth-changed").asInt()).isOne();
        assertThat(diff.json().at("/changes/0/path").asString()).isEqualTo("/sampleRule/floor");
        var back = WORLD.get(FRAMEWORKS + "fw-diff@1/diff?from=fw-diff@2");
        assertThat(back.json().at("/changes/0/after").asInt()).isEqualTo(30);
        var lines = WORLD.get(FRAMEWORKS + "fw-diff/diff/text?language=en", "Accept", "text/plain");
        assertThat(lines.body())
                .isEqualTo("fw-diff@1 → fw-diff@2\nCounts otherwise (1)\n  sampleRule floor: 30 → 25\n");
        assertThat(WORLD.get(FRAMEWORKS + "fw-diff/diff/text").body()).contains("คิดคะแนนต่างไปจากเดิม (1)");
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        put("fw-alone", Given.frameworkYaml("fw-alone"));
        assertThat(WORLD.get(FRAMEWORKS + "fw-alone/diff").faults()).containsExactly("?from missing");
        assertThat(WORLD.get(FRAMEWORKS + "fw-alone/diff?from=none@1").status()).isEqualTo(404);
        assertThat(WORLD.get(FRAMEWORKS + "fw-absent/diff").status()).isEqualTo(404);
        assertThat(WORLD.get(FRAMEWORKS + "fw-alone/diff/text?from=fw-alone&language=de")
                        .faults())
                .containsExactly("?language unknown-language");
    }

    @Test
    void anOfficialListIsShownFirstAndTakenThen() {
        put("fw-list-taken", Given.frameworkYaml("fw-list-taken"));
        var official =
                list("fw-list-taken").replace("o35,10.2,", "o36,10.2,") + "o37,10.2,มาตรการใหม่,A further measure\n";
        var shown = lay("fw-list-taken", "", official);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().path("published").isNull()).isTrue();
        assertThat(shown.json().path("encoding").asString()).isEqualTo("UTF-8");
        assertThat(shown.json().at("/counts/renumbered").asInt()).isOne();
        assertThat(shown.json().at("/counts/added").asInt()).isOne();
        assertThat(shown.json().at("/counts/same").asInt()).isEqualTo(34);
        assertThat(WORLD.get(FRAMEWORKS + "fw-list-taken").json().path("ref").asString())
                .isEqualTo("fw-list-taken@1");

        var taken = lay("fw-list-taken", "?dryRun=false", official);
        assertThat(taken.json().path("published").asString()).isEqualTo("fw-list-taken@2");
        var diff = WORLD.get(FRAMEWORKS + "fw-list-taken/diff").json();
        assertThat(diff.path("changes").valueStream().map(change -> change.path("path")
                        .asString()))
                .contains("/instruments/oit/indicators/10/subIndicators/10.2/items/o37");
        assertThat(WORLD.one("assessment", Long.class, "select count(*) from audit where action = 'take-item-list'"))
                .isEqualTo(1);
        assertThat(lay("fw-list-taken", "?dryRun=false", official)
                        .json()
                        .path("published")
                        .asString())
                .isEqualTo("fw-list-taken@2");
    }

    @Test
    void olderSpreadsheetsAreReadToo() {
        put("fw-list-874", Given.frameworkYaml("fw-list-874"));
        var csv = list("fw-list-874").getBytes(Charset.forName("x-windows-874"));
        var shown = WORLD.postCsv(WORLD.admin(), FRAMEWORKS + "fw-list-874/item-lists", csv);
        assertThat(shown.json().path("encoding").asString()).isEqualTo("windows-874");
        assertThat(shown.json().at("/counts/same").asInt()).isEqualTo(35);
    }

    @Test
    void aListThatDoesNotFitIsRefusedWhole() {
        put("fw-list-bad", Given.frameworkYaml("fw-list-bad"));
        var bad = lay("fw-list-bad", "?dryRun=false", list("fw-list-bad").replace("o35,10.2,", "o34,11.2,"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.problem()).isEqualTo("invalid-file");
        assertThat(bad.faults())
                .containsExactly("/lines/36/code duplicate-code", "/lines/36/sub_indicator unknown-sub-indicator");
        assertThat(bad.json().at("/errors/0/line").asInt()).isEqualTo(36);
        assertThat(lay("fw-list-bad", "?instrument=iit", "x").faults())
                .containsExactly("?instrument unknown-instrument");
        assertThat(lay("fw-none", "", "x").status()).isEqualTo(404);
        assertThat(lay("fw-list-bad@1", "", "x").status()).isEqualTo(404);
        assertThat(lay("fw-list-bad", "?dryRun=false", list("fw-list-bad"), "If-Match", "\"old\"")
                        .status())
                .isEqualTo(412);
        assertThat(WORLD.get(FRAMEWORKS + "fw-list-bad").json().path("ref").asString())
                .isEqualTo("fw-list-bad@1");
    }

    @Test
    void onlyAdministratorsTakeLists() {
        for (var role : List.of("assessor", "auditor", "system", "coordinator", "executive", "commander"))
            assertThat(WORLD.write(WORLD.token(role), "POST", FRAMEWORKS + "fw-no/item-lists", "text/csv", "x")
                            .status())
                    .as(role)
                    .isEqualTo(403);
    }

    /** Fifty megabytes, and a bomb of aliases: both refused, and the service answers on. */
    @Test
    void whatIsTooLargeOrGrowsByItselfIsRefused() {
        var large = Given.frameworkYaml("fw-large") + "# " + "x".repeat(50_000_000);
        var refused = WORLD.write(WORLD.admin(), "PUT", FRAMEWORKS + "fw-large", "application/yaml", large);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("too-large");
        var bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 60; i++) bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        var grown = WORLD.write(WORLD.admin(), "PUT", FRAMEWORKS + "fw-large", "application/yaml", bomb.toString());
        assertThat(grown.status()).isEqualTo(422);
        assertThat(grown.faults()).contains("/a0 anchor");
        assertThat(WORLD.get(FRAMEWORKS + "fw-large").status()).isEqualTo(404);
    }
}
