package org.prongsai.portal.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.portal.UnitStory.API;
import static org.prongsai.portal.UnitStory.AT;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.nayuki.qrcodegen.QrCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.PortalWorld;
import org.prongsai.portal.UnitStory;
import org.prongsai.portal.page.Fingerprint;
import org.prongsai.portal.page.Qr;
import org.slf4j.LoggerFactory;

class SlipIT {

    private static final String DRAW = API + "/invitations";
    private static final String FORM = AT + "/slips?lang=en";
    private static final String TAG = "\"1-1\"";

    /** Of one alone the machine's other work would be measured too. */
    private static final int TRIES = 5;

    private final PortalWorld world = PortalWorld.get();
    private final String token = world.token("coordinator", UnitStory.AGENCY);
    private UnitStory story;

    @BeforeEach
    void story() {
        story = UnitStory.on(world.assessment);
    }

    @Test
    void theFormOffersAllThatAreLeft() {
        var page = world.get(FORM, token);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("name=\"count\" value=\"30\"", "name=\"tag\" value=\"&quot;1-1&quot;\"", "At most 30 more");
    }

    @Test
    void slipsCarryCodesInTwoLanguagesAndNothingThatCountsThem() {
        world.assessment.says("POST", DRAW, 201, UnitStory.drawn(12));
        var page = world.post(FORM, token, Map.of("way", "print", "count", "12", "tag", TAG));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
                .contains("These codes are shown this once", "รหัสเชิญตอบ", "Invitation code")
                .contains("Answer alone", "ตอบตามลำพัง", "Open until June 30, 2099, 24:00", "30 มิถุนายน 2642")
                .contains("ita.example.go.th/a/imm-test/iit<", Fingerprint.shortOf(UnitStory.KEY))
                .contains("Demo, does not count");
        assertThat(page.body().split("class=\"leaf\"", -1)).hasSize(3);
        assertThat(page.body().split("class=\"slip\"", -1)).hasSize(13);
        var link = PortalWorld.SITE + "/a/imm-test/2570-test/iit#c=" + UnitStory.code(0) + "&k=" + UnitStory.KEY;
        assertThat(page.body()).contains(Qr.of(link).path());
        assertThat(QrCode.encodeText(link, QrCode.Ecc.MEDIUM).version).isLessThan(10);
        var asked = world.assessment.asked("POST", DRAW).getFirst();
        assertThat(asked.headers())
                .containsEntry("if-match", TAG)
                .containsEntry("authorization", "Bearer " + token)
                .containsEntry("accept", "application/json");
        assertThat(asked.body()).isEqualTo("{\"instrument\":\"iit\",\"channel\":\"slips\",\"count\":12}");
    }

    @Test
    void aHundredAndTwentySlipsAreTwelvePagesWithinTwoSeconds() {
        story.population(240, 300, 0, "\"3\"");
        world.assessment.says("POST", DRAW, 201, UnitStory.drawn(120));
        var form = Map.of("way", "print", "count", "120", "tag", TAG);
        var took = new ArrayList<Duration>();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long began = System.nanoTime();
            var page = world.post(FORM, token, form);
            took.add(Duration.ofNanos(System.nanoTime() - began));
            assertThat(page.body().split("class=\"leaf\"", -1)).hasSize(13);
        }
        assertThat(Collections.min(took)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void noCodeAndNoAddressEverReachesALog() {
        var root = (Logger) LoggerFactory.getLogger("org");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.DEBUG);
        try {
            world.assessment.says("POST", DRAW, 201, UnitStory.drawn(3));
            world.post(FORM, token, Map.of("way", "print", "count", "3", "tag", TAG));
            world.assessment.says("POST", DRAW, 201, UnitStory.drawn(3).replace("\"iit\"", "{\"codes\":"));
            assertThat(world.post(FORM, token, Map.of("way", "print", "count", "3", "tag", TAG))
                            .status())
                    .isEqualTo(503);
            world.post(FORM, token, Map.of("way", "mail", "addresses", "someone@agency.go.th", "tag", TAG));
        } finally {
            root.detachAppender(lines);
            root.setLevel(null);
        }
        List<ILoggingEvent> written;
        // Whoever had begun to write before it was detached holds this lock.
        synchronized (lines) {
            written = List.copyOf(lines.list);
        }
        assertThat(written).isNotEmpty();
        assertThat(written).allSatisfy(line -> assertThat(line.getFormattedMessage() + line.getThrowableProxy())
                .doesNotContain("QWER-")
                .doesNotContain("someone@"));
    }

    @Test
    void theFileIsPassedThroughAsTheServiceWritesIt() {
        var csv = "code,round\nQWER-TY00-ZXCV-BN00,2570-test\n";
        world.assessment.saysFile("POST", DRAW, csv);
        var page = world.post(FORM, token, Map.of("way", "file", "count", "1", "tag", TAG));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(csv);
        assertThat(page.header("Content-Type")).startsWith("text/csv");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Disposition")).isEqualTo("attachment; filename=\"imm-test-2570-test.csv\"");
        assertThat(world.assessment.asked("POST", DRAW).getFirst().headers()).containsEntry("accept", "text/csv");
    }

    @Test
    void lettersGoToEachLine() {
        world.assessment.says("POST", DRAW, 201, "{\"instrument\":\"iit\",\"keySha256\":\"\",\"invited\":2}");
        var page = world.post(
                FORM,
                token,
                Map.of("way", "mail", "addresses", "a@b.go.th\r\n\r\nc@d.go.th", "language", "en", "tag", TAG));
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("location")).isEqualTo(AT + "?said=mailed&lang=en");
        assertThat(world.assessment.asked("POST", DRAW).getFirst().body())
                .contains("\"people\":[\"a@b.go.th\",\"c@d.go.th\"]", "\"language\":\"en\"", "\"channel\":\"message\"");
    }

    @Test
    void aWrongAddressIsNamedByItsLineAndAllAreKept() {
        world.assessment.refuses("POST", DRAW, 422, "invalid-draw", """
                {"pointer":"/people/1","reason":"wrong-value","expected":"an e-mail address as name@agency.go.th"}""");
        var page = world.post(FORM, token, Map.of("way", "mail", "addresses", "a@b.go.th\n\nnobody<", "tag", TAG));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Line 3: this is no mail address", "href=\"#addresses\"", "a@b.go.th\n\nnobody&lt;");
    }

    @Test
    void theSameFormSentTwiceDrawsOnceAndSaysSo() {
        world.assessment.refuses("POST", DRAW, 412, "stale", "");
        story.draws("unit", "\"2-2\"", UnitStory.draw(1, "slips", 10, 0), UnitStory.draw(2, "slips", 30, 0));
        var page = world.post(FORM, token, Map.of("way", "print", "count", "30", "tag", TAG));
        assertThat(page.status()).isEqualTo(412);
        assertThat(page.body())
                .contains("These invitations were drawn already", "Latest draw: number 2, November 19, 2026, 30")
                .contains("withdraw draw number 2");
    }

    @Test
    void moreThanThereAreIsToldWithWhatIsLeftAndTheNumberKept() {
        world.assessment.refuses("POST", DRAW, 422, "invalid-draw", """
                {"pointer":"/count","reason":"more-than-registered","expected":"at most 30: 40 registered, 10 given out","actual":31}""");
        var page = world.post(FORM, token, Map.of("way", "print", "count", "31", "tag", TAG));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Only 30 more can be drawn, because 10 are out already.", "value=\"31\"");
    }

    @Test
    void nothingIsAskedForWithoutANumberOrATag() {
        var page = world.post(FORM, token, Map.of("way", "print", "count", "some", "tag", ""));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Write how many", "This page was too old", "value=\"some\"");
        assertThat(world.assessment.asked("POST", DRAW)).isEmpty();
    }

    @Test
    void othersDrawOrItIsTooLateOrItIsUnclear() {
        world.assessment.refuses("POST", DRAW, 403, "not-yours", """
                {"pointer":"/agency","reason":"drawn-by-others"}""");
        assertThat(world.post(FORM, token, form()).body()).contains("drawn by its coordinator or by a unit above");
        world.assessment.refuses("POST", DRAW, 403, "not-yours", """
                {"pointer":"/agency","reason":"outside-your-agencies"}""");
        assertThat(world.post(FORM, token, form()).body()).contains("not for your account");
        world.assessment.refuses("POST", DRAW, 409, "conflict", "");
        assertThat(world.post(FORM, token, form()).status()).isEqualTo(409);
        world.assessment.refuses("POST", DRAW, 503, "busy", "");
        story.draws("unit", "\"2-2\"", UnitStory.draw(2, "slips", 1, 0));
        var unclear = world.post(FORM, token, form());
        assertThat(unclear.status()).isEqualTo(503);
        assertThat(unclear.body()).contains("value=\"&quot;1-1&quot;\"").doesNotContain("2-2");
        assertThat(unclear.body())
                .contains("There was no reply", "Please check")
                .doesNotContain("Nothing was drawn yet");
    }

    @Test
    void whoMayNotDrawIsToldWhoDoes() {
        story.draws("above", TAG);
        assertThat(world.get(FORM, token).body())
                .contains("drawn by its coordinator or by a unit above")
                .doesNotContain("Draw them now");
        story.draws("unit", TAG).unregistered();
        assertThat(world.get(FORM, token).body()).contains("The number of staff is not registered yet");
        story.draws("unit", TAG, UnitStory.draw(1, "slips", 40, 0)).population(40, 300, 0, "\"3\"");
        assertThat(world.get(FORM, token).body()).contains("Invitations for everybody were drawn");
        assertThat(world.get(FORM, "").status()).isEqualTo(401);
    }

    private static Map<String, String> form() {
        return Map.of("way", "print", "count", "1", "tag", TAG);
    }
}
