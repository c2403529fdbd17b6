package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.PortalWorld;
import org.prongsai.portal.UnitStory;

class DeskIT {

    private static final String ROSTER = "/api/v1/rounds/" + UnitStory.ROUND + "/turnouts";

    private final PortalWorld world = PortalWorld.get();
    private final String token = world.token("coordinator", UnitStory.AGENCY);

    @BeforeEach
    void story() {
        UnitStory.on(world.assessment);
    }

    @Test
    void whoeverIsNotSignedInIsShownWhereToSignIn() {
        var page = world.get("/desk?lang=en", "");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("Please sign in").contains("href=\"/sign-in?to=/desk?lang%3Den\"");
    }

    @Test
    void aTokenThatIsNoLongerGoodIsToldInWordsToo() {
        var expired = world.tokens.expired("sub", List.of("coordinator"), List.of());
        var page = world.get("/desk?lang=en", expired);
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("Please sign in");
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void fewUnitsAreShownWithAllThatIsToBeDone() {
        var page = world.get("/desk?lang=en", token);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("sub-of-coordinator", "Unit coordinator", "action=\"/sign-out\"")
                .contains("Test round", "10 drawn, 30 left", "About 18 short of the minimum of 30")
                .contains("June 30, 2099, 24:00");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body().split("<h1", -1)).hasSize(2);
    }

    @Test
    void theVisitorsOwnTokenIsPassedOn() {
        world.get("/desk?lang=th", token);
        var asked = world.assessment.asked("GET", ROSTER).getFirst();
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + token);
        assertThat(asked.headers()).containsEntry("accept-language", "th");
    }

    @Test
    void manyUnitsAreAListToSearchSortAndPageThrough() {
        world.assessment.says("GET", ROSTER, 200, UnitStory.roster(25, "c+u/r=="));
        var page = world.get("/desk?lang=en&sort=-iit&q=a%26b", token);
        assertThat(page.body())
                .contains("type=\"search\"", "value=\"a&amp;b\"", "aria-sort=\"descending\"")
                .contains("12 of 30", "Minimum not reached yet", "cursor=c%2Bu/r%3D%3D", "rel=\"next\"");
        assertThat(world.assessment.asked("GET", ROSTER).getFirst().query())
                .contains("q=a&b")
                .contains("sort=-iit");
    }

    @Test
    void namesAreNoMarkup() {
        world.assessment.says("GET", ROSTER, 200, UnitStory.roster(25, null));
        for (var path : new String[] {
            "/desk?lang=th", "/desk?lang=en", UnitStory.AT + "?lang=th", UnitStory.AT + "/slips?lang=th"
        }) {
            assertThat(world.get(path, token).body())
                    .doesNotContain("<script>alert")
                    .doesNotContain("<b>office");
        }
    }

    @Test
    void whoSeesNoNumbersFindsUnitsByTheirNames() {
        world.assessment.refuses("GET", ROSTER, 403, "not-yours", "");
        world.assessment.says("GET", "/api/v1/agencies", 200, """
                {"items":[{"agency":"a","name":{"th":"ก"}},{"agency":"b","name":{"th":"ข"}},
                {"agency":"c","name":{"th":"ค"}},{"agency":"d","name":{"th":"ง"}}],"next":null}""");
        var page = world.get("/desk?lang=th", world.token("assessor"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("/desk/2570-test/d?lang=th");
        assertThat(world.assessment.asked("GET", "/api/v1/agencies").getFirst().query())
                .contains("parent=bureau")
                .contains("type=province");
    }

    @Test
    void nothingFoundIsSaid() {
        world.assessment.says("GET", ROSTER, 200, UnitStory.roster(0, null));
        assertThat(world.get("/desk?lang=en&q=nowhere", token).body()).contains("“nowhere”");
        assertThat(world.get("/desk?lang=en", token).body()).contains("None of your units");
    }

    @Test
    void aServiceThatIsAwayIsToldInWords() {
        world.assessment.refuses("GET", "/api/v1/rounds", 503, "unavailable", "");
        var page = world.get("/desk?lang=en", token);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("not answering");
        assertThat(page.header("Retry-After")).isEqualTo("5");
    }
}
