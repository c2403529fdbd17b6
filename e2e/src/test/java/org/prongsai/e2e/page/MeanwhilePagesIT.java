package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;
import org.prongsai.seeds.Seeds;

/** Another language, another tab, the link past the heading, while something else than a question is shown or is on its way. */
class MeanwhilePagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "meanwhile");
    private Screen screen;
    private Page page;
    private Questions questions;

    @BeforeEach
    void open() {
        screen = Screen.of(STAGE.platform, Device.PHONE, "en-GB");
        page = screen.page;
        questions = new Questions(screen, ROUND);
        ROUND.begin();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private void refuse(String problem) {
        page.route(
                "**/responses",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"/problems/" + problem + "\",\"status\":422,\"errors\":[]}")));
    }

    private void switchTo(String language) {
        page.click(".switch");
        page.waitForSelector("html[lang=" + language + "]");
    }

    @Test
    void the_skip_link_leads_to_what_is_shown_and_not_back_to_the_first_question() {
        questions.begin();
        page.click("#q-e1 label >> nth=0");
        page.click("#q-e1 [data-next]");
        page.focus(".skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.closest('.step').id")).isEqualTo("q-e2");
        questions.answer(0).check();
        page.focus(".skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("review-title");
        assertThat(page.url()).endsWith("#review");
    }

    @Test
    void a_tab_in_which_answers_are_checked_learns_that_another_one_sent() {
        questions.begin().answer(0).check();
        var other = screen.tab();
        other.navigate(STAGE.platform.gateway() + ROUND.path("eit"));
        Screen.choose(other, 1, 0);
        other.click("[data-review]");
        other.waitForSelector("#review");
        questions.send();
        other.waitForSelector("[data-elsewhere]:visible");
        assertThat(other.isVisible("#review")).isTrue();
    }

    @Test
    void answers_that_are_on_their_way_arrive_though_another_language_is_chosen() {
        page.route("**/responses", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        questions.begin().answer(0).check().press();
        page.waitForSelector("[data-state] button");
        page.unroute("**/responses");
        page.evaluate("document.querySelector('.tongues [lang=zh]').click()");
        page.waitForSelector("html[lang=zh]");
        screen.waitFor("#sent");
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void what_a_page_says_of_itself_is_in_its_language() {
        screen.open("/a/" + PageRound.UNIT + "/" + Seeds.OPEN_ROUND + "/iit");
        assertThat(page.textContent(".demo")).contains("emonstration");
        switchTo("th");
        assertThat(page.textContent(".demo")).doesNotContain("emonstration");
        assertThat(page.textContent(".skip")).isEqualTo("ข้ามไปยังเนื้อหา");
    }

    @Test
    void why_a_code_leads_nowhere_is_said_in_both_languages() {
        var slips = ROUND.draw(1);
        var staff = new StaffQuestions(screen, ROUND);
        staff.scan(slips, 0).answer(0).send();
        staff.type(slips.codes().getFirst()).answer(0).press();
        screen.waitFor("[data-shown=fault-used]");
        var told = page.textContent("[data-shown] h1");
        switchTo("th");
        screen.waitFor("[data-shown=fault-used]");
        assertThat(page.textContent("[data-shown] h1")).isNotEqualTo(told);
        page.click("[data-report]");
        page.waitForSelector("[data-reported]:has-text('รับแจ้งแล้ว')");
    }

    @Test
    void that_it_closed_meanwhile_is_said_in_both_languages() {
        refuse("window-closed");
        questions.begin().answer(0).check().press();
        page.waitForSelector("[data-closed]:visible");
        page.evaluate("document.querySelector('.tongues [lang=th]').click()");
        page.waitForSelector("html[lang=th]");
        page.waitForSelector("[data-state]:has-text('ปิดรับคำตอบ')");
        assertThat(page.isVisible("[data-send]")).isFalse();
    }

    @Test
    void why_a_code_leads_nowhere_is_said_once_the_network_is_there_to_fetch_it() {
        var slips = ROUND.draw(1);
        var staff = new StaffQuestions(screen, ROUND);
        staff.scan(slips, 0).answer(0).send();
        page.route("**/refused.js*", Route::abort);
        staff.type(slips.codes().getFirst()).answer(0).press();
        page.waitForSelector("[data-state]:has-text('Something went wrong')");
        page.unroute("**/refused.js*");
        page.click("[data-send]");
        screen.waitFor("[data-shown=fault-used]");
    }

    @Test
    void a_key_that_does_not_come_is_said_to_be_missing() {
        page.clock().install();
        page.route("**/ticket-keys/iit", route -> {});
        screen.open(ROUND.path("iit") + "#slip");
        page.fill("#code", ROUND.draw(1).codes().getFirst());
        page.waitForRequest("**/ticket-keys/iit", () -> page.click("[data-slip-next]"));
        page.clock().fastForward(20_000);
        screen.waitFor("[data-code-error]");
    }

    @Test
    void a_question_about_floods_that_nobody_answers_holds_no_answer_up() {
        page.clock().install();
        page.route("**/challenges/eit", route -> {});
        questions.begin().answer(0).check();
        page.waitForRequest("**/challenges/eit", questions::press);
        page.clock().fastForward(20_000);
        screen.waitFor("#sent");
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_refused_is_said_to_be_and_stays() {
        refuse("invalid-response");
        questions.begin().answer(1).check().press();
        page.waitForSelector("[data-state].warn:visible");
        var refused = page.textContent("[data-state]");
        page.unroute("**/responses");
        refuse("ticket-invalid");
        questions.press();
        page.waitForSelector("[data-state]:has-text('not a change key')");
        assertThat(page.textContent("[data-state]")).isNotEqualTo(refused);
        page.click("[data-back]");
        assertThat(page.isChecked("#q-e1 input >> nth=1")).isTrue();
        assertThat(ROUND.answers("eit")).isZero();
    }

    @Test
    void who_changes_the_answers_after_sending_keeps_nothing_on_the_device_unasked() {
        questions.begin();
        page.click("#q-e1 label >> nth=0");
        page.check("input[name=keep]");
        questions.answer(0).check().send();
        page.click("[data-change]");
        page.click("#q-e1 label >> nth=1");
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }
}
