package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;
import org.prongsai.e2e.Window;

/** The same survey in a browser without scripts: every page comes from the server, and every answer counts once. */
class PlainPagesIT {

    private static final int QUESTIONS = 9;
    /** For a page to be opened and filled in. */
    private static final Duration MARGIN = Duration.ofSeconds(8);

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "plain");
    private Screen screen;
    private Page page;

    @BeforeEach
    void open() {
        screen = Screen.withoutScript(STAGE.platform, Device.PHONE, "en-GB");
        page = screen.page;
        ROUND.begin();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    /** Clicks go from question to question by the address alone. */
    private void answer(int option) {
        for (int i = 1; i <= QUESTIONS; i++) {
            page.click("#q-e" + i + " label >> nth=" + option);
            page.click("#q-e" + i + " [data-next]");
        }
    }

    @Test
    void one_question_a_screen_then_checking_then_the_receipt() {
        screen.open(ROUND.path("eit"));
        assertThat(page.isVisible("#q-e1")).isTrue();
        assertThat(page.isVisible("#q-e2")).isFalse();
        answer(1);
        page.click("[data-review]");
        assertThat(page.textContent("h1")).isEqualTo("Check your answers, then send them");
        var fields = FormData.create().set("do", "send");
        for (var input : page.locator("main form input").all()) {
            fields.set(input.getAttribute("name"), input.inputValue());
        }
        page.click("button[value=send]:not(.unseen)");
        assertThat(page.textContent("h1")).isEqualTo("Your answers were sent.");
        var receipt = page.textContent("[data-receipt]");
        assertThat(ROUND.receipt(receipt).json().path("counted").asBoolean()).isTrue();
        screen.waitFor("[data-qr=receipt] svg");
        assertThat(page.url()).doesNotContain(receipt);
        assertThat(screen.context.cookies()).isEmpty();
        // What a browser does that reloads the page, or goes back and sends once more.
        var again = screen.context
                .request()
                .post(page.url(), RequestOptions.create().setForm(fields));
        assertThat(again.text()).contains(receipt);
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void what_is_left_out_is_listed_with_the_way_there_and_what_was_chosen_stays() {
        screen.open(ROUND.path("eit") + "?show=all");
        page.click("#q-e1 label >> nth=2");
        page.click("[data-review]");
        screen.waitFor("#faults");
        assertThat(page.locator("#faults li").count()).isEqualTo(QUESTIONS - 1);
        page.click("[data-show=one]");
        page.waitForSelector("#answers.one");
        page.waitForLoadState();
        assertThat(page.isVisible("#q-e9")).isFalse();
        assertThat(page.isChecked("#q-e1 input >> nth=2")).isTrue();
        page.click("[data-show=all]");
        page.waitForSelector("#answers.all");
        page.click("[data-review]");
        page.waitForSelector("#answers.all #faults");
        assertThat(page.isChecked("#q-e1 input >> nth=2")).isTrue();
        page.click("#faults li >> nth=0 >> a");
        assertThat(page.url()).endsWith("#q-e2");
        screen.waitFor("#e-e2");
    }

    @Test
    void an_answer_is_changed_from_the_checking_page_and_in_another_language() {
        screen.open(ROUND.path("eit") + "?show=all");
        for (int i = 1; i <= QUESTIONS; i++) page.click("#q-e" + i + " label >> nth=0");
        page.click("[data-review]");
        page.click(".answers > div:nth-child(3) .change button");
        page.click("#q-e3 label >> nth=1");
        page.click("details.tongues summary");
        page.click("details.tongues button[lang=th]");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("th");
        assertThat(page.isChecked("#q-e3 input >> nth=1")).isTrue();
        page.click("[data-review]");
        assertThat(page.textContent(".answers > div:nth-child(3) dd")).isEqualTo("เคย");
        page.click("button[value=send]:not(.unseen)");
        assertThat(page.textContent("h1")).isEqualTo("ส่งคำตอบของท่านแล้ว");
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void the_change_key_is_typed_and_changes_the_same_answer() {
        screen.open(ROUND.path("eit") + "?show=all");
        for (int i = 1; i <= QUESTIONS; i++) page.click("#q-e" + i + " label >> nth=0");
        page.click("[data-review]");
        page.click("button[value=send]:not(.unseen)");
        var receipt = page.textContent("[data-receipt]");
        var key = page.textContent("[data-key]");
        screen.open(ROUND.path("eit") + "?show=all");
        for (int i = 1; i <= QUESTIONS; i++) page.click("#q-e" + i + " label >> nth=1");
        page.click("summary:has-text('I answered before')");
        page.fill("#key", "wrong");
        page.click("[data-review]");
        assertThat(page.textContent("#key-error")).contains("not a change key");
        assertThat(page.inputValue("#key")).isEqualTo("wrong");
        page.fill("#key", key);
        page.click("[data-review]");
        page.click("button[value=send]:not(.unseen)");
        assertThat(page.textContent("[data-receipt]")).isEqualTo(receipt);
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void a_change_key_that_is_none_is_said_above_the_first_question_too() {
        screen.open(ROUND.path("eit"));
        answer(0);
        page.click("summary:has-text('I answered before')");
        page.fill("#key", "wrong");
        page.click("[data-review]");
        screen.waitFor("#faults");
        page.waitForLoadState();
        assertThat(page.isVisible("#key-error")).isFalse();
        page.click("#faults a:has-text('not a change key')");
        assertThat(page.isVisible("#key-error")).isTrue();
        assertThat(page.inputValue("#key")).isEqualTo("wrong");
    }

    @Test
    void enter_sends_what_was_checked_and_a_code_that_is_wrong_stays_to_be_mended() {
        screen.open(ROUND.path("eit"));
        answer(0);
        page.click("[data-review]");
        page.click("details summary");
        page.fill("#counterCode", "AAAA-AAAA");
        page.keyboard().press("Enter");
        page.waitForSelector(".note.wrong:has-text('This code is not valid')");
        assertThat(page.inputValue("#counterCode")).isEqualTo("AAAA-AAAA");
        page.click("button[value=edit] >> nth=0");
        answer(1);
        page.click("[data-review]");
        assertThat(page.inputValue("#counterCode")).isEqualTo("AAAA-AAAA");
        assertThat(ROUND.answers("eit")).isZero();
    }

    @Test
    void a_window_that_closes_while_somebody_answers_is_said_in_words() {
        var soon = PageRound.open(STAGE, "closing", Window.of(MARGIN));
        soon.keepOpen(MARGIN);
        screen.open(soon.path("eit") + "?show=all");
        for (int i = 1; i <= QUESTIONS; i++) page.click("#q-e" + i + " label >> nth=0");
        soon.keepOpen(MARGIN);
        page.click("[data-review]");
        page.waitForSelector("h1:has-text('Check your answers')");
        soon.keepOpen(MARGIN);
        try (var scripted = Screen.of(STAGE.platform, Device.PHONE, "en-GB")) {
            var questions = new Questions(scripted, soon).begin().answer(0).check();
            await().atMost(Duration.ofSeconds(40)).until(() -> STAGE.visitor("")
                    .get("/api/v1/rounds/" + soon.name + "/surveys/eit")
                    .json()
                    .path("state")
                    .asString()
                    .equals("over"));
            scripted.page.evaluate(
                    "localStorage.setItem('prongsai:%s:%s:eit', '{}')".formatted(soon.name, PageRound.UNIT));
            questions.press();
            scripted.page.waitForSelector("[data-state]:has-text('The survey closed while you were answering')");
            assertThat(scripted.page.evaluate("localStorage.length"))
                    .as("what is of no use any more")
                    .isEqualTo(0);
            scripted.page.evaluate(
                    "localStorage.setItem('prongsai:%s:%s:eit', '{}')".formatted(soon.name, PageRound.UNIT));
            assertThat(scripted.page.isVisible("#review a[href^='/complaints']"))
                    .isTrue();
            scripted.accessible().shot("eit-closed-meanwhile");
            await().until(() ->
                    STAGE.visitor("").get(soon.path("eit") + "?lang=en").body().contains("The survey is closed."));
            scripted.open("/").open(soon.path("eit"));
            assertThat(scripted.page.evaluate("localStorage.length")).isEqualTo(0);
        }
        var late =
                page.waitForResponse("**/eit?lang=en", () -> page.click("button[value=send]:not(.unseen) >> nth=-1"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(page.textContent("main")).contains("The survey closed while you were answering");
        assertThat(page.inputValue("input[name=e1]")).isEqualTo("1");
    }

    @Test
    void a_survey_that_is_not_open_yet_and_one_that_is_over_say_when() {
        var ahead = PageRound.ahead(STAGE, "ahead");
        var over = PageRound.over(STAGE, "over");
        for (var survey : new String[] {"eit", "iit"}) {
            assertThat(screen.open(ahead.path(survey)).page.textContent("h1")).isEqualTo("The survey is not open yet.");
            assertThat(screen.open(over.path(survey)).page.textContent("h1")).isEqualTo("The survey is closed.");
            assertThat(page.textContent("main")).contains("It closed on ", "Check my receipt");
        }
    }

    @Test
    void an_office_or_a_round_that_does_not_exist_has_a_page_that_says_so() {
        for (var path : new String[] {"/a/no-such-office", "/a/imm-chiangmai/no-such-round/eit", "/no-such-page"}) {
            var reply = page.navigate(STAGE.platform.gateway() + path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
        }
    }

    @Test
    void offices_are_found_by_a_part_of_their_name() {
        screen.open("/?lang=en");
        page.fill("#q", "chiang");
        page.click("main button");
        assertThat(page.textContent("main h1")).isEqualTo("Offices with “chiang”");
        page.click("text=Chiang Mai Provincial Immigration Office");
        assertThat(page.url()).contains("/a/imm-chiangmai");
        screen.open("/find?lang=en&q=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(page.textContent("main h1")).isEqualTo("No office is called “<script>alert(1)</script>”");
    }
}
