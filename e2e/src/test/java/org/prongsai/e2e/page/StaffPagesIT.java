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
        page.unroute("**/responses");
        screen.open("/");
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
        page.unroute("**/tickets");
        screen.open("/");
        questions.scan(slips, 0).answer(0).send();
        assertThat(ROUND.answers("iit")).isEqualTo(1);
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
        page.keyboard().press("Enter");
        assertThat(sent).doesNotContain("POST");
        screen.forgive();
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
        page.click(".switch");
        page.waitForSelector("html[lang=th]");
        page.click("[data-slip-next]");
        screen.waitFor("[data-key-print]");
        assertThat(page.isVisible("#q-i1")).isFalse();
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
