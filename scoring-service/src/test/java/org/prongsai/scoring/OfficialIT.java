package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.disclosure.ItemMarked;

class OfficialIT {
    private final Stage stage = Stage.get();

    @Test
    void official_results_stand_beside_a_score_and_never_in_it() {
        var setting = Setting.of("beside").framework().units(2).opened();
        var unit = setting.unit(1);
        stage.tell(release("beside", unit, "iit", times(40, GOOD_STAFF), List.of()));
        stage.tell(release("beside", unit, "eit", times(30, GOOD), List.of()));
        for (var item : List.of("o1", "o2", "o3")) stage.tell(new ItemMarked("beside", unit, item, 100));
        await().untilAsserted(() ->
                assertThat(stage.score("beside", unit).text("/total/score")).isEqualTo("100.0"));
        var alone = stage.score("beside", unit);
        assertThat(alone.json().path("official").isNull()).isTrue();
        assertThat(alone.json().path("earlier").isNull()).isTrue();
        var results = """
                agency,fiscal_year,total,level,source,retrieved
                %1$s,2568,99.00,,https://example.org/2568,
                %1$s,2567,91.20,good-pass,https://example.org/2567,2026-01-02
                %1$s,2565,80.10,b,=cmd,
                %1$s,2563,70.00,,https://example.org/2563,
                """.formatted(unit);
        assertThat(stage.postCsv(stage.token("admin"), "/results/imports", results.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        var beside = stage.score("beside", unit);
        assertThat(beside.raw().body())
                .contains("\"official\":{\"fiscalYear\":2567,\"total\":91.20,", "\"retrieved\":\"2026-01-02\"");
        assertThat(beside.text("/official/level/code")).isEqualTo("good-pass");
        assertThat(beside.json().at("/earlier/fiscalYear").asInt()).isEqualTo(2565);
        assertThat(beside.text("/earlier/level/title/en")).isEqualTo("B");
        assertThat(beside.json().path("total")).isEqualTo(alone.json().path("total"));
        assertThat(beside.header("ETag")).isNotEqualTo(alone.header("ETag"));
        var csv = stage.asAuditor("/rounds/beside/scores.csv").raw().body();
        assertThat(csv)
                .contains(",2567,91.20,good-pass,https://example.org/2567,2026-01-02,2565,80.10,b,'=cmd,")
                .contains(setting.unit(2))
                .contains(",,,,,,,,,,\r\n");
    }
}
