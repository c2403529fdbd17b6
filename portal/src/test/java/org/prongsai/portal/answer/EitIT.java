package org.prongsai.portal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.portal.PortalWorld;

/** The survey of service users without a script, and what stands in its place while nobody can answer. */
class EitIT {

    private static final AtomicInteger OFFICES = new AtomicInteger();
    private static final String TOKEN = "A".repeat(43);

    private final PortalWorld world = PortalWorld.get();
    /** What is told of an office is kept for a moment, so each test has its own. */
    private final String agency = "office-" + OFFICES.incrementAndGet();

    private final String at = "/a/" + agency + "/r/eit";
    private final String api = "/api/v1/rounds/r/agencies/" + agency;

    @BeforeEach
    void story() {
        world.assessment.forget();
        world.assessment.says("GET", "/api/v1/rounds/r/surveys/eit", 200, """
                {"round":"r","instrument":"eit","framework":"f@1","languages":["th","en"],"questions":[
                {"code":"e1","indicator":"1","text":{"en":"How?"},"provenance":"verified","options":[
                {"code":"1","label":{"en":"Well"}},{"code":"2","label":{"en":"Badly"}}]}]}""");
        office("open", null);
    }

    private void office(String state, String lead) {
        world.assessment.says("GET", "/api/v1/agencies/" + agency + "/surveys", 200, """
                {"agency":{"agency":"%1$s","name":{"th":"ด่าน","en":"Checkpoint"},"type":"checkpoint"},"surveys":[%2$s]}""".formatted(
                        agency, line("eit", state, lead) + "," + line("iit", state, lead)));
    }

    private static String line(String instrument, String state, String lead) {
        return """
                {"round":"r","title":{"en":"Round"},"synthetic":false,"rehearsal":false,"instrument":"%s","framework":"f@1",
                "lead":%s,"state":"%s","opens":"2026-01-01T00:00:00Z","closes":"2026-06-30T17:00:00Z",
                "languages":["th","en","zh"],"questions":9,"open":true}""".formatted(instrument, lead == null ? "null" : '"' + lead + '"', state);
    }

    private PortalWorld.Page send(Map<String, String> more) {
        var form = new HashMap<>(Map.of("token", TOKEN, "e1", "2", "capacity", "agent", "do", "send"));
        form.putAll(more);
        return world.post(at + "?lang=en", "", form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eit", "iit", "comment"})
    void whoIsAssessedWithAnotherOfficeIsLedToIt(String page) {
        office("open", "imm-lead");
        var led = world.get("/a/" + agency + "/r/" + page + "?lang=en", "");
        assertThat(led.status()).isEqualTo(303);
        assertThat(led.header("location")).isEqualTo("/a/" + agency + "?lang=en");
        world.assessment.says(
                "GET",
                "/api/v1/agencies/imm-lead/surveys",
                200,
                "{\"agency\":{\"agency\":\"imm-lead\",\"name\":{\"en\":\"The Lead\"},\"type\":\"province\"},\"surveys\":[]}");
        var start = world.get("/a/" + agency + "?lang=en", "");
        assertThat(start.body())
                .contains("This office is assessed together with The Lead.", "href=\"/a/imm-lead?lang=en\"");
    }

    @ParameterizedTest
    @CsvSource({
        "over, eit, The survey is closed., 'It closed on June 30, 2026'",
        "over, iit, The survey is closed., 'It closed on June 30, 2026'",
        "over, comment, The survey is closed., 'It closed on June 30, 2026'",
        "ahead, eit, The survey is not open yet., 'It opens on January 1, 2026'",
        "ahead, iit, The survey is not open yet., 'It opens on January 1, 2026'"
    })
    void outsideItsWindowASurveyIsAPageThatSaysWhen(String state, String page, String title, String when) {
        office(state, null);
        var shut = world.get("/a/" + agency + "/r/" + page + "?lang=en", "");
        assertThat(shut.status()).isEqualTo(200);
        assertThat(shut.body()).contains("<h1>" + title + "</h1>").contains(when);
        assertThat(shut.body()).doesNotContain("<input");
    }

    @Test
    void answersThatComeWhenTheSurveyHasClosedAreSaidToBeNeitherSentNorStoredAndStay() {
        office("over", null);
        world.assessment.refuses("POST", api + "/responses", 409, "window-closed", "");
        var late = send(Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("The survey closed while you were answering.", "name=\"e1\" value=\"2\"")
                .containsPattern("<main(?s:.)*href=\"/complaints(?s:.)*</main>")
                .doesNotContain("Send my answers", "you can change your answers");
        assertThat(world.get(at + "?lang=en", "").body()).doesNotContain("while you were answering");
    }

    @Test
    void whoSendsAgainAfterTheCloseWhatWasStoredBeforeIsShownTheReceipt() {
        office("over", null);
        world.assessment.says("POST", api + "/responses", 200, "{\"receipt\":\"AAAA-BBBB-CCCC-DDDD\"}");
        assertThat(send(Map.of()).body()).contains("AAAA-BBBB-CCCC-DDDD");
    }

    @Test
    void whoOnlyChecksAnswersAfterTheCloseIsToldSo() {
        office("over", null);
        var late = send(Map.of("do", "review"));
        assertThat(late.body())
                .contains("<h1>The survey is closed.</h1>", "The survey closed while you were answering.")
                .contains("data-outlived=\"prongsai:r:" + agency + ":eit\"");
        assertThat(world.assessment.asked("POST", api + "/responses")).isEmpty();
    }

    @Test
    void aCommentThatComesWhenTheSurveyHasClosedIsShownAgainAndCannotBeSent() {
        office("over", null);
        world.assessment.refuses("POST", api + "/comments", 409, "window-closed", "");
        var page = "/a/" + agency + "/r/comment?lang=en";
        var late = world.post(page, "", Map.of("id", "x", "text", "Two hours\r\nin the sun"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("your comment was not taken", "Two hours\nin the sun")
                .containsPattern("<main(?s:.)*href=\"/complaints(?s:.)*</main>")
                .doesNotContain("Send my comment");
        world.assessment.says("POST", api + "/comments", 200, "{\"id\":\"x\"}");
        assertThat(world.post(page, "", Map.of("id", "x", "text", "Two hours")).body())
                .contains("Your comment was sent");
    }

    @Test
    void aCounterCodeThatWasTypedStaysWhileAnAnswerIsChanged() {
        assertThat(send(Map.of("do", "edit", "counterCode", "MHK4-T7AZ")).body())
                .contains("name=\"counterCode\" value=\"MHK4-T7AZ\"");
    }

    @Test
    void theOtherViewOfTheQuestionsKeepsWhatWasChosen() {
        var all = send(Map.of("do", "all", "show", "one"));
        assertThat(all.body()).containsPattern("class=\"all\"").containsPattern("value=\"2\"[^>]* checked");
        assertThat(send(Map.of("do", "one", "show", "all")).body()).containsPattern("class=\"one\"");
    }

    @ParameterizedTest
    @CsvSource({"429, too-many-requests", "503, busy"})
    void whoComesWhileManyDoIsToldWhenToSendAgainAndKeepsTheAnswers(int status, String type) {
        world.assessment.refuses("POST", api + "/responses", status, type, "");
        var busy = send(Map.of());
        assertThat(busy.status()).isEqualTo(status);
        assertThat(busy.body())
                .contains("Many people are here now", "try again in 5 seconds")
                .contains("name=\"e1\" value=\"2\"", "name=\"token\" value=\"" + TOKEN + "\"", "value=\"agent\"");
        assertThat(busy.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void aServiceThatIsAwayLeavesTheAnswersOnThePage() {
        world.assessment.refuses("POST", api + "/responses", 502, "bad-gateway", "");
        var away = send(Map.of());
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body())
                .contains(
                        "Something went wrong on our side. Your answers are still on this page.",
                        "name=\"e1\" value=\"2\"");
    }

    @Test
    void aServiceThatIsSlowIsLikeOneThatIsAway() {
        world.assessment.says("POST", api + "/responses", 201, "{\"receipt\":\"AAAA\"}");
        world.assessment.slow("POST", api + "/responses");
        var slow = send(Map.of());
        assertThat(slow.status()).isEqualTo(503);
        assertThat(slow.body()).contains("Your answers are still on this page", "name=\"e1\" value=\"2\"");
    }

    @Test
    void aServiceThatSaysWhatNobodyUnderstandsIsLikeOneThatIsAway() {
        world.assessment.says("GET", "/api/v1/agencies/" + agency + "-b/surveys", 200, "{\"surveys\":\"none\"}");
        var away = world.get("/a/" + agency + "-b?lang=en", "");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body()).contains("<h1>A part of our system is not answering</h1>");
    }

    @Test
    void anAnswerThatWasPutAsideIsSaidToBe() {
        world.assessment.says(
                "POST", api + "/responses", 201, "{\"receipt\":\"AAAA-BBBB-CCCC-DDDD\",\"part\":\"aside\"}");
        var sent = send(Map.of("counterCode", " abcd "));
        assertThat(sent.body()).contains("yours was put aside", "AAAA-BBBB-CCCC-DDDD");
        var asked = world.assessment.asked("POST", api + "/responses");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().body()).contains("\"counterCode\":\"abcd\"", "\"e1\":\"2\"");
        assertThat(asked.getFirst().headers()).doesNotContainKeys("cookie", "x-forwarded-for", "accept-language");
    }

    @Test
    void aCommentThatCouldNotBeTakenIsStillThere() {
        world.assessment.refuses("POST", api + "/comments", 503, "busy", "");
        var busy = world.post("/a/" + agency + "/r/comment?lang=en", "", Map.of("text", "สวัสดี <b>"));
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.body()).contains("Many people are here now", "สวัสดี &lt;b&gt;</textarea>");
    }

    @Test
    void aReceiptThatCannotBeLookedUpNowIsAPageOfManyPeople() {
        world.assessment.refuses("GET", "/api/v1/receipts/0000000000000000", 503, "busy", "");
        var busy = world.post("/receipt?lang=en", "", Map.of("receipt", "0000-0000-0000-0000"));
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.body()).contains("<h1>Very many people are here right now</h1>");
    }
}
