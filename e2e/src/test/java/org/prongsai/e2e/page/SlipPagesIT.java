package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** What is done with a slip before the first question: scanned, typed, compared with the key, and kept to itself. */
class SlipPagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "slips");
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
    void a_code_is_typed_as_people_type_and_the_key_is_compared_by_eye() {
        var slips = ROUND.draw(1);
        var code = slips.codes().getFirst();
        screen.open(ROUND.path("iit") + "#slip");
        page.fill("#code", code.substring(0, 18));
        page.click("[data-slip-next]");
        page.waitForSelector("[data-code-error]:has-text('16 letters')");
        char last = code.charAt(18);
        page.fill("#code", code.substring(0, 18) + (last == '7' ? '8' : '7'));
        page.click("[data-slip-next]");
        page.waitForSelector("[data-code-error]:has-text('At least one letter is wrong')");
        page.fill("#code", code.substring(0, 18) + "!");
        page.click("[data-slip-next]");
        page.waitForSelector("[data-code-error]:has-text('“!” (letter 16)')");
        page.fill("#code", " " + code.toLowerCase().replace('-', ' ') + " ");
        page.click("[data-slip-next]");
        screen.waitFor("[data-key-print]");
        assertThat(page.textContent("[data-print-short]")).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(page.textContent("[data-print-long]")).isEqualTo(slips.keySha256());
        questions.compare().answer(1).send();
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void enter_in_the_field_of_the_code_reads_it() {
        screen.open(ROUND.path("iit") + "#slip");
        page.fill("#code", "TOO-SHORT");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-code-error]:has-text('16 letters')");
        page.fill("#code", ROUND.draw(1).codes().getFirst());
        page.keyboard().press("Enter");
        screen.waitFor("[data-key-print]");
    }

    @Test
    void whoever_reads_how_one_is_protected_keeps_the_code_that_was_scanned() {
        var slips = ROUND.draw(1);
        screen.open(ROUND.path("iit") + "#c=" + slips.codes().getFirst() + "&k=" + slips.keySha256());
        screen.context
                .waitForPage(() -> page.click("#welcome a[href^='/privacy']"))
                .close();
        page.click("#welcome .button");
        page.click("[data-slip-next]");
        screen.waitFor("#q-i1");
    }

    @Test
    void a_key_for_one_person_is_refused_before_anything_is_sent() {
        var slips = ROUND.draw(1);
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.method() + " " + request.url()));
        screen.open(ROUND.path("iit") + "#c=" + slips.codes().getFirst() + "&k=" + "A".repeat(43));
        page.click("#welcome .button");
        page.click("[data-slip-next]");
        screen.waitFor("[data-shown=fault-key]");
        assertThat(page.textContent("h1:visible")).isEqualTo("We stopped: the key is not the one of your slip");
        assertThat(sent).noneMatch(each -> each.startsWith("POST"));
    }

    @Test
    void a_code_of_another_slip_is_not_held_against_the_key_of_the_one_that_was_scanned() {
        screen.open(ROUND.path("iit") + "#c=" + ROUND.draw(1).codes().getFirst() + "&k=" + "A".repeat(43));
        page.click("#welcome .button");
        page.click("[data-slip-next]");
        screen.waitFor("[data-shown=fault-key]");
        page.click("[data-to-slip]");
        page.fill("#code", ROUND.draw(1).codes().getFirst());
        page.click("[data-slip-next]");
        questions.compare();
    }

    @Test
    void a_slip_that_is_scanned_while_the_page_is_open_is_read_and_taken_out_of_the_address() {
        var slips = ROUND.draw(1);
        screen.open(ROUND.path("iit"));
        page.evaluate(
                "code => { location.hash = code; }", "#c=" + slips.codes().getFirst() + "&k=" + slips.keySha256());
        page.waitForFunction("document.getElementById('code').value !== ''");
        assertThat(page.url()).doesNotContain(slips.codes().getFirst());
        page.click("#welcome .button");
        page.click("[data-slip-next]");
        questions.answer(0).send();
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void a_key_that_nobody_compared_leads_nowhere() {
        var slips = ROUND.draw(1);
        screen.open(ROUND.path("iit") + "#slip");
        page.fill("#code", slips.codes().getFirst());
        page.click("[data-slip-next]");
        screen.waitFor("[data-key-print]");
        page.click("[data-slip-next]");
        screen.waitFor("[data-key-print] .error");
        assertThat(page.getAttribute("[data-key-print] fieldset", "aria-describedby"))
                .isEqualTo("print-error");
        page.click(".switch");
        page.waitForSelector("html[lang=th]");
        page.click("[data-slip-next]");
        screen.waitFor("[data-key-print]");
        assertThat(page.isVisible("#q-i1")).isFalse();
    }

    @Test
    void what_is_no_earlier_key_is_said_where_it_was_typed() {
        screen.open(ROUND.path("iit") + "#slip");
        page.click("#slip summary:has-text('I answered before')");
        page.fill("#earlier", "no key");
        page.click("#slip summary:has-text('I answered before')");
        page.click("[data-slip-next]");
        screen.waitFor("#earlier-error");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("earlier");
        page.fill("#earlier", "");
        page.click("[data-slip-next]");
        assertThat(page.isVisible("#earlier-error")).isFalse();
        screen.waitFor("[data-code-error]");
    }

    @Test
    void a_browser_that_is_too_old_says_so_and_keeps_no_code() {
        page.addInitScript("delete window.BigInt");
        screen.open(ROUND.path("iit") + "#c=ABCD&k=x");
        screen.waitFor("#too-old");
        assertThat(page.isVisible("#answers")).isFalse();
        assertThat(page.url()).doesNotContain("ABCD");
        screen.forgive();
    }

    @Test
    void a_page_that_was_not_opened_securely_says_so_and_sends_nothing() {
        // What a browser takes away from a page that came without https.
        page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.method() + " " + request.url()));
        var slips = ROUND.draw(1);
        screen.open(ROUND.path("iit") + "#c=" + slips.codes().getFirst() + "&k=" + slips.keySha256());
        page.click("#welcome .button");
        page.click("[data-slip-next]");
        screen.waitFor("[data-shown=fault-insecure]");
        screen.accessible().shot("iit-insecure");
        assertThat(sent).noneMatch(each -> each.startsWith("POST"));
    }
}
