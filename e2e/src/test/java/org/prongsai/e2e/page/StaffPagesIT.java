package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** Staff answer with the slip they were given; whoever signs the ticket and whoever takes the answer see nothing in common. */
class StaffPagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "staffing");
    private Screen screen;
    private Page page;
    private StaffQuestions questions;

    @BeforeEach
    void open() {
        screen = Screen.of(STAGE.platform, Device.PHONE, "en-GB");
        page = screen.page;
        questions = new StaffQuestions(screen, ROUND);
        ROUND.begin();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void from_the_slips_code_to_the_receipt_and_what_identifies_never_meets_what_was_answered() {
        var slips = ROUND.draw(1);
        var code = slips.codes().getFirst();
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.method() + " " + request.url() + " " + request.postData()));
        questions.scan(slips, 0);
        assertThat(page.url()).doesNotContain(code);
        var receipt = questions.walk(0).send();
        assertThat(ROUND.receipt(receipt).json().path("counted").asBoolean()).isTrue();
        assertThat(sent).filteredOn(each -> each.contains(code)).hasSize(1).allSatisfy(each -> assertThat(each)
                .contains("/tickets ")
                .doesNotContain("\"answers\""));
        var token = page.textContent("[data-key]").substring(0, 86);
        assertThat(sent).filteredOn(each -> each.contains(token)).hasSize(1).allSatisfy(each -> assertThat(each)
                .contains("/responses ")
                .doesNotContain(code));
        assertThat(page.evaluate("JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])"))
                .isEqualTo("[0,0,\"\"]");
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void with_all_questions_on_one_page_whatever_lacks_is_said_and_nothing_happens_silently() {
        screen.open(ROUND.path("iit") + "?show=all");
        page.evaluate("() => document.querySelectorAll('[data-question]').forEach((question) =>"
                + " question.querySelector('input').click())");
        page.click("[data-review]");
        page.waitForSelector("[data-code-error]:has-text('16 letters')");
        page.fill("#code", ROUND.draw(1).codes().getFirst());
        page.click("[data-review]");
        screen.waitFor("[data-key-print]");
        page.click("label[for=print-same]");
        page.click("[data-review]");
        screen.waitFor("#review");
        page.click("[data-send]");
        screen.waitFor("#sent");
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void what_has_arrived_is_not_said_to_be_on_its_way_when_it_is_changed() {
        questions.scan(ROUND.draw(1), 0).answer(0).send();
        page.click("[data-change]");
        page.navigate(page.url().replaceAll("#.*", "#q-i1"));
        questions.answer(1);
        page.click("[data-review]");
        screen.waitFor("#review");
        assertThat(page.isVisible("[data-held]")).isFalse();
        page.click("[data-send]");
        screen.waitFor("#sent");
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void replies_that_are_lost_cost_neither_the_code_nor_the_answer() {
        var lost = new AtomicInteger();
        for (var step : List.of("**/tickets", "**/responses")) {
            page.route(step, route -> {
                if (lost.incrementAndGet() % 2 == 0) {
                    route.resume();
                    return;
                }
                route.fetch();
                route.abort();
            });
        }
        questions.scan(ROUND.draw(1), 0).answer(0).send();
        assertThat(lost.get()).isEqualTo(4);
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void who_must_close_the_page_between_code_and_answer_keeps_the_key() {
        page.route(
                "**/responses",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}")));
        questions.scan(ROUND.draw(1), 0).answer(0).press();
        screen.waitFor("[data-held]");
        page.click("[data-held] summary");
        screen.accessible().shot("iit-held");
        var key = page.textContent("[data-held] [data-key]");
        assertThat(ROUND.answers("iit")).isZero();
        try (var later = Screen.of(STAGE.platform, Device.PHONE, "en-GB")) {
            later.open(ROUND.path("iit") + "#slip");
            later.page.click("summary:has-text('I answered before')");
            later.page.fill("#earlier", key);
            later.page.click("[data-slip-next]");
            later.waitFor("#q-i1");
            new StaffQuestions(later, ROUND).answer(1).send();
        }
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void an_earlier_key_that_is_taken_back_changes_no_earlier_answer() {
        var slips = ROUND.draw(2);
        var first = questions.scan(slips, 0).answer(0).send();
        var key = page.textContent("[data-key]");
        screen.open("/");
        screen.open(ROUND.path("iit") + "#slip");
        page.click("summary:has-text('I answered before')");
        page.fill("#earlier", key);
        page.click("[data-slip-next]");
        screen.waitFor("#q-i1");
        page.navigate(page.url().replaceAll("#.*", "") + "#slip");
        page.fill("#earlier", "");
        page.fill("#code", slips.codes().get(1));
        page.click("[data-slip-next]");
        assertThat(questions.compare().answer(0).send()).isNotEqualTo(first);
        assertThat(ROUND.answers("iit")).isEqualTo(2);
    }

    @Test
    void with_all_questions_on_one_page_too_an_earlier_key_holds_only_while_it_stands_there() {
        var slips = ROUND.draw(2);
        questions.scan(slips, 0).answer(0).send();
        var key = page.textContent("[data-key]");
        screen.open("/").open(ROUND.path("iit") + "?show=all");
        page.evaluate("() => document.querySelectorAll('[data-question]').forEach((question) =>"
                + " question.querySelector('input').click())");
        page.click("summary:has-text('I answered before')");
        page.fill("#earlier", key);
        page.click("[data-review]");
        page.waitForFunction("document.activeElement.matches('[data-slip-next]')");
        page.fill("#earlier", "");
        page.fill("#code", slips.codes().get(1));
        page.click("[data-review]");
        screen.waitFor("[data-key-print]");
        page.click("label[for=print-same]");
        page.click("[data-review]");
        screen.waitFor("#review");
        page.click("[data-send]");
        screen.waitFor("#sent");
        assertThat(page.textContent("[data-key]")).isNotEqualTo(key);
        assertThat(ROUND.answers("iit")).isEqualTo(2);
    }

    @Test
    void the_language_is_switched_in_the_middle_and_code_and_answers_stay() {
        questions.scan(ROUND.draw(1), 0);
        page.click("#q-i1 label >> nth=1");
        page.click("#q-i1 [data-next]");
        page.click(".switch");
        page.waitForSelector("html[lang=th]");
        assertThat(page.textContent("#q-i2 .count")).isEqualTo("ข้อ 2 จาก 15");
        assertThat(page.title()).startsWith("ข้อ 2 จาก 15 · ");
        assertThat(page.isChecked("#q-i1 input >> nth=1")).isTrue();
        Screen.choose(page, 2, 0);
        questions.send();
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void without_its_script_nothing_can_be_typed_or_sent() {
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.method()));
        page.route("**/staff.js", Route::abort);
        screen.open(ROUND.path("iit") + "#slip");
        assertThat(page.isDisabled("#code")).isTrue();
        assertThat(page.isDisabled("[data-review]")).isTrue();
        assertThat(page.textContent("[data-unscripted]:visible")).contains("still loading");
        assertThat(page.locator("#answers :is(input, textarea, select):enabled:visible")
                        .count())
                .isZero();
        assertThat(page.locator("#answers :is(button, [type=submit]):enabled:visible:not([lang])")
                        .count())
                .isZero();
        page.evaluate("document.getElementById('answers').requestSubmit()");
        page.waitForLoadState();
        assertThat(sent).contains("GET").doesNotContain("POST");
        screen.forgive();
    }

    @Test
    void without_a_script_the_page_says_why_it_needs_one() {
        try (var plain = Screen.withoutScript(STAGE.platform, Device.PHONE, "en-GB")) {
            plain.open(ROUND.path("iit"));
            assertThat(plain.page.textContent("h1")).isEqualTo("This one page needs JavaScript");
            assertThat(plain.page.isVisible("#answers")).isFalse();
        }
    }

    @Test
    void nothing_can_be_written_but_the_code() {
        screen.open(ROUND.path("iit"));
        assertThat(page.locator("#answers textarea, #answers input[type=text]")
                        .evaluateAll("all => all.map(a => a.name)"))
                .isEqualTo(List.of("code", "earlier"));
    }
}
