package org.prongsai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;

class SeedsIT {
    private static final Path SEEDS = Path.of("../seeds");
    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    @Test
    void theSeedsComeInOnce() throws IOException {
        var csv = Files.readString(SEEDS.resolve("agencies/immigration-bureau.csv"));
        var lines = csv.lines().count() - 1;
        WORLD.postCsv(WORLD.admin(), "/api/v1/agencies/imports?dryRun=false", csv);
        var again = WORLD.postCsv(WORLD.admin(), "/api/v1/agencies/imports?dryRun=false", csv);
        assertThat(again.json().path("unchanged").asLong()).as(again.body()).isEqualTo(lines);
        assertThat(WORLD.get("/api/v1/agencies?parent=imm-division-5&type=province&limit=500")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(17);
        for (int status : new int[] {201, 200})
            for (var person : EventJson.MAPPER.readTree(Files.readString(SEEDS.resolve("people/demo.json")))) {
                var answer = WORLD.postJson(WORLD.admin(), "/api/v1/people", person.toString());
                assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            }
    }
}
