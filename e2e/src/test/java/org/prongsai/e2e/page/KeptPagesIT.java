package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** What somebody asks a page to keep on the device: it is there again after the page was lost, and gone once it has arrived. */
class KeptPagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "kept");
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
    void who_asks_for_it_goes_on_where_the_page_was_lost() {
        questions.scan(ROUND.draw(1), 0);
        page.click("#q-i1 label >> nth=1");
        assertThat(page.textContent(".keep:visible")).contains("your invitation code");
        page.check("input[name=keep]");
        screen.open("/").open(ROUND.path("iit"));
        assertThat(page.isVisible("[data-kept]")).isTrue();
        page.navigate(page.url() + "#q-i2");
        assertThat(page.isChecked("#q-i1 input >> nth=1")).isTrue();
        Screen.choose(page, 2, 0);
        screen.open("/").open(ROUND.path("iit") + "#about");
        questions.send();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void who_kept_the_answers_scans_the_slip_again_after_its_code_was_exchanged() {
        var slips = ROUND.draw(1);
        page.route("**/responses", Route::abort);
        questions.scan(slips, 0);
        page.check("input[name=keep]");
        questions.answer(0).press();
        screen.waitFor("[data-held]");
        var key = page.textContent("[data-held] [data-key]");
        screen.open("/");
        page.unroute("**/responses");

        questions.scan(slips, 0);
        page.navigate(page.url().replaceAll("#.*", "") + "#slip");
        assertThat(page.textContent("[data-exchanged]:visible")).contains("exchanged already");
        Screen.choose(screen.open("/").open(ROUND.path("iit") + "#q-i1").page, 1, 0);
        questions.send();
        assertThat(page.textContent("[data-key]")).isEqualTo(key);
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void who_kept_the_answers_loses_nothing_where_the_reply_to_the_code_was_lost() {
        var slips = ROUND.draw(1);
        page.route("**/tickets", route -> {
            route.fetch();
            route.abort();
        });
        questions.scan(slips, 0);
        page.check("input[name=keep]");
        questions.answer(0).press();
        page.waitForSelector("[data-state] button");
        screen.open("/");
        page.unroute("**/tickets");

        questions.scan(slips, 0).answer(0).send();
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void answers_are_kept_on_the_device_only_where_somebody_asks_and_only_until_they_are_sent() {
        var users = new Questions(screen, ROUND).begin();
        page.click("#q-e1 label >> nth=2");
        page.navigate(page.url() + "#about");
        page.check("input[name=keep]");
        page.reload();
        screen.open(ROUND.path("eit"));
        assertThat(page.isVisible("[data-kept]")).isTrue();
        assertThat(page.isChecked("#q-e1 input >> nth=2")).isTrue();
        users.answer(0);
        users.check();
        users.send();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void an_earlier_key_is_kept_beside_the_answers_that_it_changes() {
        var users = new Questions(screen, ROUND).begin().answer(0).check();
        var receipt = users.send();
        page.click("details.proof summary");
        var key = page.textContent("[data-key]");
        screen.open("/");
        users.begin().answer(1);
        page.click("#about summary");
        page.fill("#key", key);
        page.check("input[name=keep]");
        screen.open("/");
        users.begin();
        assertThat(page.inputValue("#key")).isEqualTo(key);
        page.navigate(page.url() + "#about");
        assertThat(users.check().send()).isEqualTo(receipt);
        assertThat(ROUND.answers("eit")).isEqualTo(1);
    }

    @Test
    void what_a_code_was_exchanged_for_is_deleted_only_by_who_says_so_twice() {
        var slips = ROUND.draw(1);
        page.route("**/responses", Route::abort);
        questions.scan(slips, 0);
        page.check("input[name=keep]");
        questions.answer(0).press();
        screen.waitFor("[data-held]");
        screen.open("/");
        page.unroute("**/responses");
        screen.open(ROUND.path("iit") + "#q-i1");
        page.onceDialog(Dialog::dismiss);
        page.click("[data-forget]");
        assertThat(page.isVisible("[data-kept]")).isTrue();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
        page.onceDialog(Dialog::accept);
        page.click("[data-forget]");
        assertThat(page.isVisible("[data-kept]")).isFalse();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("LEGEND");
    }

    @Test
    void what_one_tab_keeps_another_does_not_delete() {
        var users = new Questions(screen, ROUND).begin();
        var other = screen.tab();
        other.navigate(page.url());
        page.click("#q-e1 label >> nth=0");
        page.check("input[name=keep]");
        other.waitForFunction("localStorage.length === 1");
        other.click("#q-e1 label >> nth=1");
        assertThat(other.evaluate("localStorage.length")).isEqualTo(1);
        assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
        page.uncheck("input[name=keep]");
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        other.close();
    }
}
