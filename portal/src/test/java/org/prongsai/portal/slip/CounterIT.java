package org.prongsai.portal.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.portal.UnitStory.API;
import static org.prongsai.portal.UnitStory.AT;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.PortalWorld;
import org.prongsai.portal.UnitStory;

class CounterIT {

    private final PortalWorld world = PortalWorld.get();
    private final String token = world.token("coordinator", UnitStory.AGENCY);

    @BeforeEach
    void story() {
        UnitStory.on(world.assessment);
        var now = Instant.now();
        world.assessment.says(
                "GET", API + "/counter-codes", 200, """
                {"slots":[{"code":"MHK4-T7AZ","from":"%s","until":"%s","takenUntil":"%3$s"},
                {"code":"TVT6-GADZ","from":"%2$s","until":"%3$s","takenUntil":"%3$s"}]}""".formatted(now, now.plusSeconds(300), now.plusSeconds(900)));
    }

    @Test
    void theScreenShowsTheCodeOfNowAndComesBackForTheNext() {
        var page = world.get(AT + "/counter?lang=en", token);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("MHK4-T7AZ", "TVT6-GADZ").doesNotContain("<script>alert");
        assertThat(page.body()).containsPattern("http-equiv=\"refresh\" content=\"(29\\d|30[01])\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theDaysListIsTheServices() {
        world.assessment.saysFile("GET", API + "/counter-codes", "code,from\n");
        var page = world.get(AT + "/counter.csv?day=2026-11-28", token);
        assertThat(page.body()).isEqualTo("code,from\n");
        assertThat(page.header("Content-Disposition")).contains("imm-test-2026-11-28.csv");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void itIsForThoseAtTheCounter() {
        world.assessment.refuses("GET", API + "/counter-codes", 403, "not-yours", "");
        assertThat(world.get(AT + "/counter", token).status()).isEqualTo(403);
        assertThat(world.get(AT + "/counter", "").status()).isEqualTo(401);
    }
}
