package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** Staff who are invited by name sign in instead of bringing a code; their name gets them a ticket and goes no further. */
class NamedPagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "named");
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

    private void answerAs(String account) {
        fillInAs(account);
        questions.press();
    }

    private void fillInAs(String account) {
        questions.signIn(account);
        assertThat(page.isVisible("#code")).isFalse();
        page.click("[data-slip-next]");
        questions.compare().answer(0);
    }

    private static String said(Request request) {
        return request.method() + " " + request.url().replaceAll(".*/", "");
    }

    @Test
    void who_was_named_answers_once_and_the_session_goes_with_the_ticket_only() {
        ROUND.invite("demo-executive");
        var ended = new ArrayList<Request>();
        page.onRequestFinished(ended::add);
        fillInAs("demo-executive");
        var last = new Page.WaitForRequestFinishedOptions()
                .setPredicate(request -> said(request).equals("POST responses"));
        page.waitForRequestFinished(last, questions::press);
        screen.waitFor("#sent");
        // Only now: a request that has not ended may never say what it carried.
        var sent = List.copyOf(ended).stream()
                .filter(request -> request.method().equals("POST"))
                .collect(Collectors.partitioningBy(
                        request ->
                                request.allHeaders().getOrDefault("cookie", "").contains("prongsai"),
                        Collectors.mapping(NamedPagesIT::said, Collectors.toList())));
        assertThat(sent.get(true)).contains("POST signed-in").doesNotContain("POST responses");
        assertThat(sent.get(false)).contains("POST responses");
        screen.forgive();
        try (var again = Screen.of(STAGE.platform, Device.PHONE, "en-GB")) {
            again.signIn("demo-executive", ROUND.path("iit") + "?signed=in");
            again.page.navigate(again.page.url().replaceAll("#.*", "") + "#slip");
            again.page.click("[data-slip-next]");
            again.waitFor("[data-key-print]");
            assertThat(again.page.textContent("[data-key-print] legend")).contains("Do your colleagues see");
            new StaffQuestions(again, ROUND).compare().answer(0).press();
            again.waitFor("[data-shown=fault-named]");
            again.accessible().shot("iit-named");
            assertThat(again.page.isVisible("[data-report]")).isFalse();
            again.forgive();
        }
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void who_is_signed_out_meanwhile_signs_in_beside_the_page_and_sends_the_same_answers() {
        ROUND.invite("demo-assessor-1");
        fillInAs("demo-assessor-1");
        screen.context.clearCookies();
        questions.press();
        page.waitForSelector("[data-state]:has-text('You are no longer signed in')");
        screen.accessible().shot("iit-signed-out");
        assertThat(ROUND.answers("iit")).isZero();
        var beside = screen.context.waitForPage(() -> page.click("[data-state] a"));
        StaffQuestions.fillIn(beside, "demo-assessor-1");
        beside.close();
        page.click("[data-send]");
        screen.waitFor("#sent");
        assertThat(ROUND.answers("iit")).isEqualTo(1);
        screen.forgive();
    }

    @Test
    void whoever_comes_by_the_address_of_one_who_signed_in_can_use_a_slip() {
        var slips = ROUND.draw(1);
        screen.open(ROUND.path("iit") + "?signed=in#slip");
        assertThat(page.isVisible("#code")).isFalse();
        page.click("[data-by-name] a");
        page.fill("#code", slips.codes().getFirst());
        page.click("[data-slip-next]");
        questions.compare().answer(0).send();
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }

    @Test
    void whose_colleagues_see_another_key_is_not_told_of_a_slip() {
        ROUND.invite("demo-assessor-2");
        screen.open(ROUND.path("iit") + "?signed=in#slip");
        page.click("[data-slip-next]");
        screen.waitFor("[data-key-print]");
        page.click("label[for=print-other]");
        page.click("[data-slip-next]");
        screen.waitFor("[data-shown=fault-key-named]");
        screen.accessible().shot("iit-key-named");
        assertThat(page.textContent("[data-shown]"))
                .contains("your colleagues see another key")
                .doesNotContain("slip");
    }

    @Test
    void where_nobody_was_invited_it_is_said_without_a_word_of_a_code() {
        screen.open(ROUND.at("imm-phuket").path("iit") + "?signed=in#slip");
        page.click("[data-slip-next]");
        screen.waitFor("[data-shown=fault-unknown-named]");
        screen.accessible().shot("iit-unknown-named");
        assertThat(page.textContent("[data-shown]")).contains("Phuket").doesNotContain("code");
    }

    @Test
    void who_was_not_named_is_told_so_and_keeps_the_answers() {
        ROUND.invite("somebody-else");
        answerAs("demo-commander");
        page.waitForSelector("[data-state]:has-text('this account was not named for this survey')");
        screen.accessible().shot("iit-uninvited");
        assertThat(page.locator("[data-state] a").getAttribute("href")).startsWith("/sign-in?to=");
        page.click("[data-back]");
        assertThat(page.isChecked("#q-i1 input >> nth=0")).isTrue();
        assertThat(ROUND.answers("iit")).isZero();
        screen.forgive();
    }
}
