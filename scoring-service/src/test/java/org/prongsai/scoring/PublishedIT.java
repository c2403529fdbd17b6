package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.BAD_STAFF;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.web.AccessReader;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** A round that is published, which nothing tells this service yet: {@link Stage} says so of rounds called this. */
class PublishedIT {
    private static final String ROUND = "published-already";
    private static final Stage STAGE = Stage.get();
    private static Setting setting;

    /** Seven answered each survey of the first unit; of the second one nothing is known. */
    @BeforeAll
    static void units() {
        setting = Setting.of(ROUND).framework().units(2).opened();
        var unit = setting.unit(1);
        var staff = Stream.concat(times(6, GOOD_STAFF).stream(), times(1, BAD_STAFF).stream());
        var users = Stream.concat(times(6, GOOD).stream(), times(1, BAD).stream());
        STAGE.tell(release(ROUND, unit, "iit", staff.toList(), List.of()));
        STAGE.tell(release(ROUND, unit, "eit", users.toList(), List.of()));
        for (var item : List.of("o1", "o2", "o3")) STAGE.tell(new ItemMarked(ROUND, unit, item, 100));
        await().untilAsserted(() -> assertThat(
                        STAGE.score(ROUND, unit).json().at("/total/score").isNumber())
                .isTrue());
        await().untilAsserted(() ->
                assertThat(STAGE.score(ROUND, setting.unit(2)).status()).isEqualTo(200));
    }

    private static List<String> paths(String round) {
        var mapping = STAGE.service().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return AccessReader.doors(mapping).stream()
                .map(AccessReader.Door::path)
                .filter(path -> path.startsWith("/api/v1/rounds/"))
                .map(path ->
                        path.replace("/api/v1", "").replace("{round}", round).replace("{agency}", setting.unit(1)))
                .toList();
    }

    private static Stage.Answer ask(String path, String role, String... agencies) {
        return STAGE.get(path, "Authorization", "Bearer " + STAGE.token(role, agencies));
    }

    @Test
    void everybody_sees_what_the_authority_sees_and_no_more() {
        for (var path : paths(ROUND)) {
            var authority = STAGE.asAuditor(path);
            assertThat(authority.status()).as(path).isEqualTo(200);
            var others = List.of(
                    STAGE.get(path),
                    ask(path, "stranger"),
                    ask(path, "coordinator", setting.unit(1)),
                    ask(path, "executive", setting.unit(2)),
                    ask(path, "commander", "another-bureau"));
            assertThat(others).as(path).allSatisfy(other -> {
                assertThat(other.status()).isEqualTo(200);
                assertThat(other.raw().body()).isEqualTo(authority.raw().body());
            });
        }
    }

    @Test
    void what_too_few_answered_stays_hidden() {
        var unit = "/rounds/" + ROUND + "/agencies/" + setting.unit(1);
        var score = STAGE.get(unit + "/score").json();
        assertThat(score.at("/total/interval").isNull()).isTrue();
        assertThat(score.at("/total/spread").asString()).isEqualTo("hidden");
        assertThat(score.at("/indicators/0/hidden").asString()).isEqualTo("small-group");
        var breakdown = STAGE.get(unit + "/breakdown");
        assertThat(breakdown.raw().body()).contains("\"hidden\"", "small-group").doesNotContain("\"count\":6");
        assertThat(STAGE.get(unit + "/explanation").raw().body()).contains("small-group");
        var listed = STAGE.get("/rounds/" + ROUND + "/scores").json().at("/items/0");
        assertThat(listed.at("/rank").isNull()).isTrue();
        assertThat(listed.at("/indicators/0/hidden").asString()).isEqualTo("small-group");
    }

    @Test
    void a_round_nobody_knows_is_not_there_for_anybody() {
        for (var path : paths("published-never"))
            assertThat(STAGE.get(path).status()).as(path).isEqualTo(404);
    }

    @Test
    void what_proves_nothing_is_refused_though_nobody_need_prove_anything() {
        var forged = STAGE.tokens().forged("demo-auditor", List.of("auditor"), List.of());
        for (var path : paths(ROUND))
            assertThat(STAGE.get(path, "Authorization", "Bearer " + forged).text("/type"))
                    .as(path)
                    .isEqualTo("/problems/not-signed-in");
    }
}
