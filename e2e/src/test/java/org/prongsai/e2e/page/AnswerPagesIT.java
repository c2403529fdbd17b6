package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.NightJob;
import org.prongsai.e2e.Stage;
import org.prongsai.e2e.Visitor;

/** Service users answer on a phone, whatever happens meanwhile: nothing is lost, and nothing is counted twice. */
class AnswerPagesIT {

    private static final Pattern RECEIPT = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "answering");
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
    void from_the_poster_to_the_receipt_within_two_minutes() {
        screen.open("/a/" + PageRound.UNIT + "/poster");
        var address = Camera.read(page.locator(".scan svg"));
        long began = System.nanoTime();
        page.navigate(address);
        assertThat(page.textContent("h1")).isEqualTo("How did this office serve you?");
        page.click(".button.wide");
        questions.walk(1);
        page.click("label[for=for-self]");
        questions.check();
        assertThat(page.locator("[data-answers] > div").count()).isEqualTo(Questions.COUNT);
        var receipt = questions.send();
        assertThat(receipt).matches(RECEIPT);
        assertThat(System.nanoTime() - began).isLessThan(120_000_000_000L);
        assertThat(ROUND.receipt(receipt).json().path("counted").asBoolean()).isTrue();
        screen.waitFor("[data-qr=receipt] canvas");
        assertThat(Camera.read(page.locator("[data-qr=receipt] canvas"))).endsWith("/receipt#" + receipt);
        assertThat(page.evaluate("JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])"))
                .as("nothing is stored on the device")
                .isEqualTo("[0,0,\"\"]");
    }

    @Test
    void a_question_left_out_is_named_and_gone_to() {
        questions.begin();
        page.click("#q-e1 [data-next]");
        assertThat(page.isVisible("#e-e1")).isTrue();
        assertThat(page.url()).doesNotContain("#q-e2");
        page.click("#q-e1 label >> nth=0");
        assertThat(page.isVisible("#e-e1")).isFalse();
        page.navigate(page.url() + "#about");
        page.click("[data-review]");
        assertThat(page.isVisible("#e-e2")).isTrue();
        assertThat(page.url()).endsWith("#q-e2");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("e2");
    }

    @Test
    void one_changes_an_answer_before_and_after_sending_and_counts_once() {
        questions.begin();
        questions.answer(0);
        questions.check();
        page.click("[data-answers] > div:nth-child(3) .change a");
        assertThat(page.url()).endsWith("#q-e3");
        page.click("#q-e3 label >> nth=1");
        page.navigate(page.url().replaceAll("#.*", "#review"));
        screen.waitFor("#review");
        assertThat(page.textContent("[data-answers] > div:nth-child(3) dd")).isEqualTo("Yes");
        var receipt = questions.send();
        page.click("[data-change]");
        page.click("#q-e1 label >> nth=2");
        page.navigate(page.url().replaceAll("#.*", "#review"));
        screen.waitFor("#review");
        assertThat(questions.send()).isEqualTo(receipt);
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void the_change_key_opens_an_answer_on_another_device() {
        questions.begin();
        questions.answer(0);
        questions.check();
        var receipt = questions.send();
        page.click("details.proof summary");
        var key = page.textContent("[data-key]");
        try (var other = Screen.of(STAGE.platform, Device.PHONE, "en-GB")) {
            // An address that brings a key could be anybody's, so none does.
            other.open(ROUND.path("eit") + "#key=" + key);
            assertThat(other.page.inputValue("#key")).isEmpty();
            Screen.choose(other.page, 1, 1);
            other.page.click("summary:has-text('I answered before')");
            other.page.fill("#key", key);
            other.page.click("[data-review]");
            other.waitFor("#review");
            other.page.click("[data-send]");
            other.waitFor("#sent");
            assertThat(other.page.textContent("[data-receipt]")).isEqualTo(receipt);
        }
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void what_is_no_key_is_said_at_once_and_nothing_goes_on() {
        questions.begin();
        questions.answer(0);
        page.click("summary:has-text('I answered before')");
        page.fill("#key", "not a key");
        page.click("[data-review]");
        assertThat(page.isVisible("#key-error")).isTrue();
        assertThat(page.isVisible("#review")).isFalse();
    }

    @Test
    void a_double_tap_the_back_button_and_a_reload_send_nothing_twice() {
        questions.begin();
        questions.answer(0);
        questions.check();
        var tapped = new ArrayList<Route>();
        page.route("**/responses", tapped::add);
        page.dblclick("[data-send]");
        page.waitForCondition(() -> !tapped.isEmpty());
        List.copyOf(tapped).forEach(Route::resume);
        screen.waitFor("#sent");
        assertThat(tapped).hasSize(1);
        var receipt = page.textContent("[data-receipt]");
        page.goBack();
        assertThat(page.textContent("[data-receipt]")).isEqualTo(receipt);
        page.reload();
        assertThat(page.isVisible("#sent")).isFalse();
        assertThat(page.isVisible("#q-e1")).isTrue();
        assertThat(page.textContent("[data-before]:visible")).contains("please do not answer twice");
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void another_tab_learns_that_answers_were_sent() {
        questions.begin();
        var other = screen.tab();
        other.navigate(STAGE.platform.gateway() + ROUND.path("eit"));
        questions.answer(0);
        questions.check();
        questions.send();
        other.waitForSelector("[data-elsewhere]:visible");
        assertThat(other.textContent("[data-elsewhere]")).contains("already sent");
    }

    @Test
    void the_language_is_switched_in_the_middle_and_everything_stays() {
        questions.begin();
        page.click("#q-e1 label >> nth=2");
        page.click("#q-e1 [data-next]");
        page.click("#q-e2 label >> nth=1");
        page.click("details.tongues summary");
        page.click("details.tongues button[lang=zh]");
        page.waitForSelector("html[lang=zh]");
        assertThat(page.url()).contains("lang=zh").endsWith("#q-e2");
        assertThat(page.textContent("#q-e2 .count")).isEqualTo("第 2 题，共 9 题");
        assertThat(page.isChecked("#q-e2 input >> nth=1")).isTrue();
        page.click("#q-e2 [data-next]");
        for (int i = 3; i <= Questions.COUNT; i++) {
            page.click("#q-e" + i + " label >> nth=0");
            page.click("#q-e" + i + " [data-next]");
        }
        questions.check();
        assertThat(page.textContent("[data-answers] > div:nth-child(1) dd")).isEqualTo("遵守了不止一小部分，但不到一半");
        questions.send();
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void all_questions_on_one_page_keep_what_was_chosen() {
        questions.begin();
        page.click("#q-e1 label >> nth=2");
        page.click("[data-show=all]");
        page.waitForSelector("#answers.all");
        assertThat(page.isVisible("#q-e9")).isTrue();
        assertThat(page.isChecked("#q-e1 input >> nth=2")).isTrue();
        page.click("[data-show=one]");
        page.waitForSelector("#answers.one");
        assertThat(page.isVisible("#q-e9")).isFalse();
        assertThat(page.isChecked("#q-e1 input >> nth=2")).isTrue();
    }

    @Test
    void who_reads_how_one_is_protected_or_complains_meanwhile_loses_no_answer() {
        questions.begin();
        page.click("#q-e1 label >> nth=0");
        for (var place : List.of("/privacy", "/complaints", "/receipt")) {
            var beside = screen.context.waitForPage(() -> page.click(".footing a[href^='" + place + "']"));
            assertThat(beside.url()).contains(place);
            beside.close();
        }
        assertThat(page.isChecked("#q-e1 input >> nth=0")).isTrue();
        var receipt = questions.answer(0).check().send();
        for (var link : List.of(".footing a[href^='/complaints']", "#sent a[href*='/comment']")) {
            screen.context.waitForPage(() -> page.click(link)).close();
        }
        assertThat(page.textContent("[data-receipt]")).isEqualTo(receipt);
    }

    @Test
    void enter_goes_on_and_changes_neither_language_nor_answers() {
        questions.begin();
        page.focus("#q-e1 input >> nth=0");
        page.keyboard().press("Enter");
        assertThat(page.isVisible("#e-e1")).as("an answer is lacking").isTrue();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForSelector("#q-e2:visible");
        assertThat(page.isChecked("#q-e1 input >> nth=0")).isTrue();
        questions.answer(0);
        page.click("#about summary");
        page.fill("#key", "no key");
        page.keyboard().press("Enter");
        assertThat(page.isVisible("#key-error")).isTrue();
        assertThat(page.getAttribute("#key", "aria-describedby")).isEqualTo("key-hint key-error");
        page.fill("#key", "");
        page.keyboard().press("Enter");
        screen.waitFor("#review");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
    }

    @Test
    void a_comment_in_any_script_is_taken_apart_from_the_answers() {
        screen.open(ROUND.path("comment"));
        page.fill("#text", "<script>alert(1)</script> 👮‍♀️ ขอบคุณ 谢谢 \"quoted\" & 'so'");
        assertThat(page.textContent("#text-left")).endsWith("characters left");
        page.click("main button");
        assertThat(page.textContent("h1")).isEqualTo("Your comment was sent. Thank you.");
        assertThat(waiting().json().path("items").size()).as("before the night").isZero();
        new NightJob(STAGE.platform).comments();
        assertThat(waiting().json().at("/items/0/text").asString())
                .isEqualTo("<script>alert(1)</script> 👮‍♀️ ขอบคุณ 谢谢 \"quoted\" & 'so'");
        screen.open(ROUND.path("comment"));
        page.fill("#text", "x".repeat(2001));
        page.click("main button");
        assertThat(page.textContent("#text-error")).contains("at most 2000");
        assertThat(page.inputValue("#text")).hasSize(2001);
    }

    private static Visitor.Reply waiting() {
        return STAGE.visitor("demo-admin").get(ROUND.api() + "/comments?state=waiting");
    }

    @Test
    void a_receipt_is_checked_without_ever_standing_in_an_address() {
        questions.begin();
        questions.answer(0);
        questions.check();
        var receipt = questions.send();
        screen.open("/receipt#" + receipt);
        assertThat(page.inputValue("#receipt")).isEqualTo(receipt);
        assertThat(page.url()).doesNotContain(receipt);
        page.click("main button");
        assertThat(page.textContent("[role=status]")).startsWith("Yes.");
        assertThat(page.url()).doesNotContain(receipt);
        page.fill("#receipt", receipt.toLowerCase().replace('-', ' '));
        page.click("main button");
        assertThat(page.textContent("[role=status]")).startsWith("Yes.");
        page.fill("#receipt", "0000-0000-0000-0000");
        page.click("main button");
        assertThat(page.textContent("[role=status]")).startsWith("No answer");
        page.fill("#receipt", "abc");
        page.click("main button");
        assertThat(page.textContent("#receipt-error")).contains("16 letters");
        assertThat(page.inputValue("#receipt")).isEqualTo("abc");
    }
}
