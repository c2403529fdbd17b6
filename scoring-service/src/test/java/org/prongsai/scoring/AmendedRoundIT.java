package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundReframed;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.contracts.disclosure.ItemMarked;

/** What scores make of rounds that became other ones, and of rehearsals. */
class AmendedRoundIT {
    private final Stage stage = Stage.get();

    private RoundState state(Setting setting) {
        return Sample.round(setting.round(), Sample.REF, setting.round() + "-bureau", setting.marking());
    }

    private String eit(Setting setting, int n, String field) {
        return stage.score(setting.round(), setting.unit(n)).text("/instruments/1/" + field);
    }

    private void moved(Setting setting, String ref) {
        stage.tell(new RoundReframed(state(setting).withFramework(ref, List.of()), Sample.REF, "a word was missing"));
    }

    @Test
    void after_an_erratum_every_answer_counts_once_whichever_version_it_came_under() {
        var setting = Setting.of("erratum").framework().units(2).opened();
        stage.tell(release("erratum", setting.unit(1), "eit", times(8, GOOD), List.of()));
        stage.tell(release("erratum", setting.unit(2), "eit", times(6, BAD), List.of()));
        await().untilAsserted(() -> assertThat(eit(setting, 1, "score")).isEqualTo("100.0"));
        await().untilAsserted(() -> assertThat(eit(setting, 2, "score")).isEqualTo("0.0"));
        stage.tell(Sample.published(Sample.framework("small@2", "en: \"Item\"", "en: \"Question\"")));
        moved(setting, "small@2");
        for (int n : List.of(1, 2))
            await().untilAsserted(() -> assertThat(
                            stage.score("erratum", setting.unit(n)).text("/framework"))
                    .isEqualTo("small@2"));
        assertThat(eit(setting, 1, "score")).isEqualTo("100.0");
        assertThat(eit(setting, 2, "score")).isEqualTo("0.0");
        stage.tell(release("small@2", "erratum", setting.unit(1), "eit", times(6, BAD), times(2, GOOD)));
        await().untilAsserted(() -> assertThat(eit(setting, 1, "responses")).isEqualTo("12"));
        assertThat(eit(setting, 1, "score")).isEqualTo("50.0");
    }

    @Test
    void answers_under_a_version_that_the_round_was_not_heard_to_have_moved_to_wait_for_it() {
        var setting = Setting.of("ahead").framework().units(1).opened();
        await().untilAsserted(() ->
                assertThat(stage.score("ahead", setting.unit(1)).status()).isEqualTo(200));
        stage.tell(Sample.published(Sample.framework("ahead@2", "value: 100", "value: 90")));
        stage.tell(release("ahead@2", "ahead", setting.unit(1), "eit", times(8, GOOD), List.of()));
        await().untilAsserted(
                        () -> assertThat(stage.one("select count(*) from tally where round = $1", Long.class, "ahead"))
                                .isEqualTo(1));
        assertThat(stage.score("ahead", setting.unit(1))
                        .json()
                        .at("/instruments/1/score")
                        .isNull())
                .isTrue();
        moved(setting, "ahead@2");
        await().untilAsserted(() -> assertThat(eit(setting, 1, "score")).isEqualTo("90.0"));
    }

    @Test
    void a_mark_under_a_version_that_the_round_was_not_heard_to_have_moved_to_waits_for_it() {
        var setting = Setting.of("marked-ahead").framework().units(1).opened();
        var unit = setting.unit(1);
        stage.tell(new ItemMarked("marked-ahead", unit, "o1", 100));
        stage.tell(new ItemMarked("marked-ahead", unit, "o2", 0));
        stage.tell(new ItemMarked("marked-ahead", unit, "o4", 100));
        await().untilAsserted(() ->
                assertThat(stage.score("marked-ahead", unit).raw().body()).contains("marks-left-out"));
        stage.tell(Sample.published(Sample.framework("marked-ahead@2", "code: o3", "code: o4")));
        moved(setting, "marked-ahead@2");
        await().untilAsserted(() -> assertThat(stage.score("marked-ahead", unit).text("/instruments/2/score"))
                .isEqualTo("75.0"));
        assertThat(stage.score("marked-ahead", unit).raw().body()).doesNotContain("marks-left-out");
        var parked = "select count(*) from parked where body like '%marked-ahead%'";
        assertThat(stage.one(parked, Long.class)).isZero();
    }

    @Test
    void while_the_newer_version_was_not_heard_of_the_score_stands() {
        var setting = Setting.of("unheard").framework().units(1).opened();
        stage.tell(release("unheard", setting.unit(1), "eit", times(8, GOOD), List.of()));
        await().untilAsserted(() -> assertThat(eit(setting, 1, "score")).isEqualTo("100.0"));
        moved(setting, "unheard@2");
        await().untilAsserted(() -> assertThat(
                        stage.one("select framework from round where round = $1", String.class, "unheard"))
                .isEqualTo("unheard@2"));
        assertThat(eit(setting, 1, "score")).isEqualTo("100.0");
        stage.tell(Sample.published(Sample.framework("unheard@2", "en: \"Item\"", "en: \"Question\"")));
        await().untilAsserted(
                        () -> assertThat(stage.score("unheard", setting.unit(1)).text("/framework"))
                                .isEqualTo("unheard@2"));
        var told =
                "select count(*) from outbox where key = $1 and type = 'ScoreChanged' and body like '%\"eit\":null%'";
        assertThat(stage.one(told, Long.class, "unheard/" + setting.unit(1))).isZero();
    }

    @Test
    void a_unit_assessed_with_another_leads_there_and_is_counted_nowhere_else() {
        var setting = Setting.of("joined").framework().units(2).opened();
        await().untilAsserted(() ->
                assertThat(stage.score("joined", setting.unit(2)).status()).isEqualTo(200));
        var joint = new Joint(setting.unit(1), List.of(setting.unit(2)), "four people");
        stage.tell(new UnitsJoined(state(setting).withJoint(List.of(joint))));
        await().untilAsserted(() ->
                assertThat(stage.score("joined", setting.unit(2)).status()).isEqualTo(404));
        var refused = stage.score("joined", setting.unit(2));
        assertThat(refused.fault().path("reason").asString()).isEqualTo("assessed-jointly");
        assertThat(refused.fault().path("expected").asString())
                .isEqualTo("/api/v1/rounds/joined/agencies/" + setting.unit(1));
        await().untilAsserted(
                        () -> assertThat(stage.score("joined", setting.unit(1)).text("/joint/0"))
                                .isEqualTo(setting.unit(2)));
        var list = stage.asAuditor("/rounds/joined/scores").json();
        assertThat(list.path("items")).hasSize(1);
        assertThat(list.at("/items/0/joint/0").asString()).isEqualTo(setting.unit(2));
        assertThat(list.at("/summary/units").asInt()).isEqualTo(1);
        stage.tell(new UnitsJoined(state(setting)));
        await().untilAsserted(() ->
                assertThat(stage.score("joined", setting.unit(2)).status()).isEqualTo(200));
    }

    @Test
    void who_existed_on_the_first_day_is_scored_to_the_end_and_nobody_else() {
        var setting = Setting.of("existed").framework().units(1);
        var firstDay = state(setting).firstDay().orElseThrow();
        stage.tell(lasting(setting, "ended", LocalDate.of(2009, 9, 7), firstDay.minusDays(1)));
        stage.tell(lasting(setting, "later", firstDay.plusDays(1), null));
        stage.tell(lasting(setting, "merged", firstDay, firstDay.plusDays(30)));
        setting.opened();
        await().untilAsserted(() ->
                assertThat(stage.score("existed", "existed-merged").status()).isEqualTo(200));
        await().untilAsserted(() ->
                assertThat(stage.score("existed", setting.unit(1)).status()).isEqualTo(200));
        for (var absent : List.of("existed-ended", "existed-later"))
            await().untilAsserted(() -> assertThat(stage.score("existed", absent)
                            .fault()
                            .path("reason")
                            .asString())
                    .isEqualTo("not-participating"));
        assertThat(stage.asAuditor("/rounds/existed/scores")
                        .json()
                        .at("/summary/units")
                        .asInt())
                .isEqualTo(2);
    }

    private static AgencyChanged lasting(Setting setting, String name, LocalDate from, LocalDate to) {
        var agency = setting.round() + "-" + name;
        var path = List.of(setting.round() + "-bureau", agency);
        return new AgencyChanged(agency, path, "province", null, Map.of("th", agency, "en", agency), from, to);
    }

    @Test
    void a_rehearsal_says_so_wherever_its_scores_are_shown() {
        var setting = Setting.of("rehearsed").framework().units(1);
        var plain = state(setting);
        stage.tell(new RoundOpened(new RoundState(
                plain.round(),
                plain.title(),
                plain.framework(),
                plain.participants(),
                plain.k(),
                plain.release(),
                plain.synthetic(),
                plain.windows(),
                plain.overrides(),
                true,
                List.of(),
                List.of())));
        await().untilAsserted(() -> assertThat(
                        stage.score("rehearsed", setting.unit(1)).text("/rehearsal"))
                .isEqualTo("true"));
        assertThat(stage.asAuditor("/rounds/rehearsed/scores").text("/rehearsal"))
                .isEqualTo("true");
        for (var what : List.of(
                "/agencies/" + setting.unit(1) + "/breakdown",
                "/agencies/" + setting.unit(1) + "/explanation",
                "/rollups"))
            assertThat(stage.asAuditor("/rounds/rehearsed" + what).text("/rehearsal"))
                    .isEqualTo("true");
        var result = "agency,fiscal_year,total,source\n" + setting.unit(1) + ",2567,91.20,https://example.org\n";
        assertThat(stage.postCsv(stage.token("admin"), "/results/imports", result.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(stage.score("rehearsed", setting.unit(1))
                        .json()
                        .path("official")
                        .isNull())
                .isTrue();
        assertThat(stage.asAuditor("/rounds/rehearsed/scores.csv").raw().body())
                .contains("rehearsed,true,true,")
                .doesNotContain("91.20");
        Setting.of("unrehearsed").framework().units(1).opened();
        await().untilAsserted(() -> assertThat(
                        stage.asAuditor("/rounds/unrehearsed/scores").text("/rehearsal"))
                .isEqualTo("false"));
    }

    @Test
    void staff_on_leave_have_left_n_so_that_all_who_are_there_are_everybody() {
        var setting = Setting.of("leave").framework().units(1).opened();
        // 40 registered, 10 of them on leave: the owner tells 30.
        stage.tell(new PopulationRegistered("leave", setting.unit(1), 30, 400));
        stage.tell(release("leave", setting.unit(1), "iit", times(15, Sample.GOOD_STAFF), List.of()));
        stage.tell(release("leave", setting.unit(1), "iit", times(15, Sample.BAD_STAFF), List.of()));
        await().untilAsserted(
                        () -> assertThat(stage.score("leave", setting.unit(1)).text("/instruments/0/responses"))
                                .isEqualTo("30"));
        await().untilAsserted(
                        () -> assertThat(stage.score("leave", setting.unit(1)).text("/instruments/0/spread"))
                                .isEqualTo("census"));
        assertThat(stage.score("leave", setting.unit(1)).text("/instruments/0/minimum"))
                .isEqualTo("30");
    }
}
