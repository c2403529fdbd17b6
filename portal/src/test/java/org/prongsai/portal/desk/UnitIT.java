package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.portal.UnitStory.API;
import static org.prongsai.portal.UnitStory.AT;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.PortalWorld;
import org.prongsai.portal.UnitStory;

class UnitIT {

    private static final Map<String, String> TYPED =
            Map.of("internal", "1,2o", "external", "300", "onLeave", "4", "tag", "\"3\"");

    private final PortalWorld world = PortalWorld.get();
    private final String token = world.token("coordinator", UnitStory.AGENCY);
    private UnitStory story;

    @BeforeEach
    void story() {
        story = UnitStory.on(world.assessment);
    }

    @Test
    void theUnitStandsThereInFiguresWordsAndAPicture() {
        var page = world.get(AT + "?lang=en", token);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("12 have answered, the minimum is 30", "text-anchor", "Minimum not reached yet")
                .contains("Minimum reached", "Counted November 20, 2026, 06:00", "Used to answer", ">6<")
                .contains(
                        "name=\"tag\" value=\"&quot;3&quot;\"", "<h1 lang=\"en\">Test &lt;b&gt;office&lt;/b&gt;</h1>");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body()).doesNotContain("style=").doesNotContain("onclick");
    }

    @Test
    void datesAreBuddhistInThai() {
        assertThat(world.get(AT + "?lang=th", token).body()).contains("30 มิถุนายน 2642 เวลา 24:00 น.");
    }

    @Test
    void aUnitThatRegisteredNothingIsAskedTo() {
        story.unregistered();
        assertThat(world.get(AT + "?lang=en", token).body())
                .contains("Not registered yet", "Until March 31, 2099, 24:00");
    }

    @Test
    void whatAnExecutiveMayNotDoIsNotOffered() {
        var page = world.get(AT + "?lang=en", world.token("executive", UnitStory.AGENCY));
        assertThat(page.body()).doesNotContain("Save the numbers").doesNotContain("Draw invitations</a></p>");
    }

    @Test
    void numbersAreSavedUnderTheTagThatWasSeen() {
        world.assessment.says("PUT", API + "/population", 200, "{\"internal\":46,\"external\":300,\"onLeave\":0}");
        var page = world.post(
                AT + "?lang=th", token, Map.of("internal", "46", "external", "300", "onLeave", "", "tag", "\"3\""));
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("location")).isEqualTo(AT + "?said=saved&lang=th");
        var put = world.assessment.asked("PUT", API + "/population").getFirst();
        assertThat(put.headers()).containsEntry("if-match", "\"3\"").containsEntry("authorization", "Bearer " + token);
        assertThat(put.body()).isEqualTo("{\"internal\":46,\"external\":300,\"onLeave\":0}");
        assertThat(world.get(AT + "?said=saved&lang=en", token).body()).contains("The numbers are saved.");
    }

    @Test
    void theFirstNumbersAreSavedUnderNone() {
        world.assessment.says("PUT", API + "/population", 200, "{\"internal\":46,\"external\":300,\"onLeave\":0}");
        world.post(AT, token, Map.of("internal", "46", "external", "300", "onLeave", "0", "tag", ""));
        assertThat(world.assessment.asked("PUT", API + "/population").getFirst().headers())
                .doesNotContainKey("if-match");
    }

    @Test
    void whatIsNoNumberIsKeptAndMarked() {
        var page = world.post(AT + "?lang=en", token, TYPED);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "href=\"#internal\"", "value=\"1,2o\"", "aria-invalid=\"true\"", "internal-error internal-hint")
                .contains("Write a number");
        assertThat(world.assessment.asked("PUT", API + "/population")).isEmpty();
    }

    @Test
    void everyFaultOfTheServiceStandsByItsField() {
        world.assessment.refuses("PUT", API + "/population", 422, "invalid-population", """
                {"pointer":"/onLeave","reason":"more-than-staff","expected":"at most 8","actual":9},
                {"pointer":"/internal","reason":"fewer-than-invited","expected":"at least 10, as many as were invited","actual":8}""");
        var page = world.post(
                AT + "?lang=en", token, Map.of("internal", "8", "external", "300", "onLeave", "9", "tag", "\"3\""));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("No more can be excused than there are staff: 8.", "10 invitations were drawn already")
                .contains("href=\"#onLeave\"", "href=\"#internal\"", "value=\"8\"", "value=\"9\"");
    }

    @Test
    void raisingAfterADrawIsToldByTheFieldAlthoughItIsForbidden() {
        world.assessment.refuses("PUT", API + "/population", 403, "not-yours", """
                {"pointer":"/internal","reason":"raised-after-draw","expected":"the authority, with a reason","actual":50}""");
        var page = world.post(
                AT + "?lang=en", token, Map.of("internal", "50", "external", "300", "onLeave", "0", "tag", "\"3\""));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("This number cannot rise any more", "value=\"50\"");
    }

    @Test
    void whoComesSecondSeesWhatStandsThereNowAndKeepsWhatWasTyped() {
        world.assessment.refuses("PUT", API + "/population", 412, "stale", "");
        story.population(44, 310, 3, "\"4\"");
        var page = world.post(
                AT + "?lang=en", token, Map.of("internal", "50", "external", "300", "onLeave", "0", "tag", "\"3\""));
        assertThat(page.status()).isEqualTo(412);
        assertThat(page.body())
                .contains(
                        "44 staff, 3 who need not answer, 310 service users",
                        "value=\"50\"",
                        "value=\"&quot;4&quot;\"");
    }

    @Test
    void tooLateIsTooLate() {
        world.assessment.refuses("PUT", API + "/population", 422, "window-closed", "");
        var page = world.post(
                AT + "?lang=en", token, Map.of("internal", "46", "external", "300", "onLeave", "0", "tag", "\"3\""));
        assertThat(page.body()).contains("The time to register is over", "value=\"46\"");
    }

    @Test
    void strangersLearnOnlyThatItIsNotTheirs() {
        world.assessment.refuses("GET", API + "/draws", 403, "not-yours", "");
        var page = world.get(AT + "?lang=en", world.token("coordinator", "imm-elsewhere"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("not for your account");
        assertThat(world.get("/desk/2570-test/nowhere?lang=en", token).status()).isEqualTo(404);
        assertThat(world.get(AT, "").status()).isEqualTo(401);
        assertThat(world.post(AT, "", TYPED).status()).isEqualTo(401);
    }

    @Test
    void aUnitThatIsAssessedWithAnotherIsLedThere() {
        world.assessment.refuses("GET", API + "/draws", 404, "assessed-jointly", """
                {"pointer":"/agency","reason":"assessed-jointly","expected":"/api/v1/rounds/2570-test/agencies/imm-lead","actual":"imm-test"}""");
        world.assessment.says("GET", "/api/v1/agencies/imm-lead", 200, """
                {"agency":"imm-lead","path":["imm-lead"],"type":"province","name":{"th":"หลัก","en":"Lead office"}}""");
        var page = world.get(AT + "?lang=en", token);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Go to Lead office", "/desk/2570-test/imm-lead?lang=en");
    }
}
