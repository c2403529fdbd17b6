package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;
import org.prongsai.e2e.Visitor;

/** Networks come and go, replies are lost, the platform is busy, questions are corrected: nothing is lost, and nothing is counted twice. */
class LostPagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "lost");
    private Screen screen;
    private Page page;
    private Questions questions;

    @BeforeEach
    void open() {
        screen = Screen.of(STAGE.platform, Device.PHONE, "en-GB");
        page = screen.page;
        ROUND.begin();
        questions = new Questions(screen, ROUND);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void a_network_that_comes_and_goes_loses_nothing_and_doubles_nothing() {
        questions.begin();
        questions.answer(0);
        questions.check();
        screen.context.setOffline(true);
        page.click("[data-send]");
        page.waitForSelector("[data-state]:has-text('not connected')");
        screen.context.setOffline(false);
        screen.waitFor("#sent");
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void a_reply_that_is_lost_is_asked_for_again_and_is_the_same_answer() {
        var lost = new AtomicInteger();
        page.route("**/responses", route -> {
            if (lost.incrementAndGet() > 2) {
                route.resume();
                return;
            }
            // The answer arrives, and nobody hears so.
            route.fetch();
            route.abort();
        });
        questions.begin();
        questions.answer(0);
        questions.check();
        questions.send();
        assertThat(lost.get()).isEqualTo(3);
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void a_platform_that_is_busy_says_when_it_tries_again() {
        var asked = new AtomicInteger();
        page.route("**/responses", route -> {
            if (asked.incrementAndGet() == 1) refuse(route, 429, "too-many-requests", "2");
            else if (asked.get() == 2) refuse(route, 503, "busy", "1");
            else route.resume();
        });
        questions.begin();
        questions.answer(0);
        questions.check();
        page.click("[data-send]");
        page.waitForSelector("[data-state]:has-text('Many people are answering'):has-text('2 seconds')");
        page.click("[data-state] button");
        screen.waitFor("#sent");
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void questions_that_were_corrected_meanwhile_are_shown_again_with_the_answers_that_still_fit() {
        page.route(
                "**/responses",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"/problems/invalid-response\",\"status\":422,\"errors\":"
                                + "[{\"pointer\":\"/framework\",\"reason\":\"other-framework\"}]}")));
        questions.begin();
        questions.answer(1);
        questions.check();
        page.click("[data-send]");
        page.waitForSelector("#answers .note:has-text('corrected while you were answering')");
        page.click(".tongues summary");
        page.click(".tongues button[lang=th]");
        page.waitForSelector("html[lang=th]");
        assertThat(page.isVisible("[data-corrected]"))
                .as("said in this language too")
                .isTrue();
        assertThat(page.isChecked("#q-e1 input >> nth=1")).isTrue();
        page.unroute("**/responses");
        page.navigate(page.url().replaceAll("#.*", "#review"));
        screen.waitFor("#review");
        questions.send();
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void a_counter_code_that_is_over_is_said_beside_its_field_and_can_be_left_away() {
        screen.open(ROUND.path("eit") + "#counter=AAAA-AAAA");
        assertThat(page.url()).doesNotContain("AAAA");
        questions.answer(0).check();
        assertThat(page.inputValue("#counterCode")).isEqualTo("AAAA-AAAA");
        page.click("[data-send]");
        page.waitForSelector("[data-state]:has-text('This code is not valid')");
        assertThat(page.inputValue("#counterCode")).isEmpty();
        questions.send();
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void a_counter_code_comes_along_though_somebody_is_quicker_than_the_script() {
        var late = new ArrayList<Route>();
        page.route("**/answer.js*", late::add);
        var committed = new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT);
        page.navigate(STAGE.platform.gateway() + ROUND.path("eit") + "#counter=AAAA-AAAA", committed);
        page.click("#q-e1 label >> nth=1");
        page.click("#q-e1 [data-next]");
        assertThat(page.url()).endsWith("#q-e2");
        page.waitForCondition(() -> !late.isEmpty());
        late.forEach(Route::resume);
        page.waitForSelector("#answers.scripted");
        assertThat(page.url()).endsWith("#q-e2");
        questions.answer(0).check();
        assertThat(page.inputValue("#counterCode")).isEqualTo("AAAA-AAAA");
    }

    @Test
    void who_goes_back_while_it_is_sent_again_sends_nothing_more_and_can_send_later() {
        page.route(
                "**/responses",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setBody("{}")));
        questions.begin();
        questions.answer(0).check();
        page.click("[data-send]");
        page.waitForSelector("[data-state] button");
        page.click("[data-back]");
        page.navigate(page.url().replaceAll("#.*", "#q-e1"));
        page.click("#q-e1 label >> nth=1");
        page.navigate(page.url().replaceAll("#.*", "#review"));
        screen.waitFor("#review");
        page.unroute("**/responses");
        assertThat(ROUND.answers("eit")).isZero();
        questions.send();
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void a_language_that_cannot_be_had_just_now_costs_no_answer() {
        questions.begin();
        page.click("#q-e1 label >> nth=2");
        screen.context.setOffline(true);
        page.click("details.tongues summary");
        page.click("details.tongues button[lang=zh]");
        screen.waitFor("[data-failed]");
        assertThat(page.isChecked("#q-e1 input >> nth=2")).isTrue();
        screen.context.setOffline(false);
    }

    @Test
    void a_reply_that_does_not_come_is_waited_for_and_then_asked_for_again() {
        page.clock().install();
        var asked = new AtomicInteger();
        page.route("**/responses", route -> {
            if (asked.incrementAndGet() > 1) route.resume();
        });
        questions.begin();
        questions.answer(0).check();
        // Only what is said here lets time pass from here on.
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        page.waitForRequest("**/responses", questions::press);
        page.waitForSelector("[data-state]:has-text('Sending your answers')");
        page.clock().fastForward(20_000);
        page.waitForSelector("[data-state]:has-text('Not sent yet. We are trying again')");
        page.clock().fastForward(2_000);
        screen.waitFor("#sent");
        assertThat(asked.get()).isEqualTo(2);
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void while_machines_flood_an_office_a_device_shows_that_it_is_none() {
        var salt = "salt?expires=4102444800&";
        page.route("**/challenges/eit", route -> fulfill(route, 200, """
                {"required":true,"challenge":{"algorithm":"SHA-256","challenge":"%s","maxnumber":5000,
                "salt":"%s","signature":"signed"}}""".formatted(sha256(salt + "1234"), salt)));
        var sent = new ArrayList<String>();
        page.route("**/responses", route -> {
            sent.add(route.request().postData());
            fulfill(route, 201, "{\"receipt\":\"AAAA-BBBB-CCCC-DDDD\"}");
        });
        questions.begin();
        questions.answer(0).check();
        assertThat(page.isVisible("#counterCode")).isFalse();
        assertThat(questions.send()).isEqualTo("AAAA-BBBB-CCCC-DDDD");
        assertThat(page.isVisible("[data-aside]")).isFalse();
        var proof = Visitor.JSON.readTree(sent.getFirst()).path("proof").asString();
        assertThat(Visitor.JSON.readTree(Base64.getDecoder().decode(proof)))
                .isEqualTo(Visitor.JSON.readTree("""
                        {"algorithm":"SHA-256","challenge":"%s","number":1234,"salt":"%s","signature":"signed"}""".formatted(sha256(salt + "1234"), salt)));
    }

    @Test
    void an_answer_that_was_put_aside_is_said_to_be() {
        page.route(
                "**/responses",
                route -> fulfill(route, 201, "{\"receipt\":\"AAAA-BBBB-CCCC-DDDD\",\"part\":\"aside\"}"));
        questions.begin();
        questions.answer(0).check().send();
        assertThat(page.textContent("[data-aside]:visible")).contains("does not count for the score");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void fulfill(Route route, int status, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(json));
    }

    private static void refuse(Route route, int status, String type, String seconds) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setHeaders(Map.of("Retry-After", seconds))
                .setBody("{\"type\":\"/problems/" + type + "\",\"status\":" + status + "}"));
    }
}
