package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.blind.InvitationCode;
import org.prongsai.e2e.Stage;

/** Slips of another round or office, that were withdrawn or used: each is told apart, and says what to do. */
class StraySlipPagesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "stray");
    private Screen screen;
    private Page page;
    private StaffQuestions questions;

    @BeforeEach
    void open() {
        screen = Screen.of(STAGE.platform, Device.PHONE, "en-GB");
        page = screen.page;
        questions = new StaffQuestions(screen, ROUND);
        ROUND.draw(1);
        ROUND.begin();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private void isTold(String fault, String what) {
        screen.waitFor("[data-shown=fault-" + fault + "]");
        page.waitForSelector(".lead:visible:has-text('" + what + "')");
        screen.accessible().shot("iit-" + fault);
    }

    /** Where the code comes along, and counts. */
    private void goThere(PageRound there, String code) {
        page.click("[data-there]");
        page.waitForURL("**" + there.path("iit") + "**");
        page.click("#welcome .button");
        assertThat(page.url()).doesNotContain(code);
        assertThat(page.inputValue("#code")).isEqualTo(code);
        page.click("[data-slip-next]");
        there.begin();
        new StaffQuestions(screen, there).compare().answer(0).send();
        assertThat(there.answers("iit")).isEqualTo(1);
        assertThat(ROUND.answers("iit")).isZero();
    }

    @Test
    void a_slip_of_another_round_leads_to_it() {
        var other = PageRound.open(STAGE, "stray-other");
        var code = other.draw(1).codes().getFirst();
        questions.type(code).answer(0).press();
        isTold("round", "given out for another round of Chiang Mai");
        goThere(other, code);
    }

    @Test
    void a_slip_of_another_office_leads_to_it() {
        var nan = ROUND.at("imm-nan");
        var code = nan.draw(1).codes().getFirst();
        questions.type(code).answer(0).press();
        isTold("elsewhere", "an invitation of Nan Provincial Immigration Office and not of Chiang Mai");
        goThere(nan, code);
    }

    @Test
    void of_another_slips_qr_code_the_key_tells_before_anything_is_sent() {
        var other = PageRound.open(STAGE, "stray-key").draw(1);
        screen.open(ROUND.path("iit") + "#c=" + other.codes().getFirst() + "&k=" + other.keySha256());
        page.click("#welcome .button");
        page.click("[data-slip-next]");
        isTold("key", "is not the one on your slip");
    }

    @Test
    void a_slip_that_was_withdrawn_is_said_to_be() {
        var lost = ROUND.draw(1).codes().getFirst();
        ROUND.withdraw();
        questions.type(lost).answer(0).press();
        isTold("voided", "was withdrawn");
        page.click("[data-to-slip]");
        assertThat(page.isVisible("#slip")).isTrue();
        assertThat(page.isChecked("#q-i1 input >> nth=0")).isTrue();
    }

    @Test
    void a_code_that_nobody_gave_out_is_not_known() {
        questions.type(InvitationCode.draw(new Random()).text()).answer(0).press();
        isTold("unknown", "no invitation of Chiang Mai");
        screen.open(ROUND.at("imm-phuket").path("iit") + "#slip");
        page.fill("#code", InvitationCode.draw(new Random()).text());
        page.click("[data-slip-next]");
        isTold("unknown", "no invitation of Phuket");
    }

    @Test
    void a_code_that_others_used_can_be_reported_without_a_name() {
        var slips = ROUND.draw(1);
        questions.scan(slips, 0).answer(0).send();
        try (var robbed = Screen.of(STAGE.platform, Device.PHONE, "th-TH")) {
            new StaffQuestions(robbed, ROUND).scan(slips, 0).answer(0).press();
            robbed.waitFor("[data-shown=fault-used]");
            robbed.page.click("[data-report]");
            robbed.page.waitForSelector("[data-reported]:has-text('รับแจ้งแล้ว')");
            robbed.accessible().shot("iit-used");
            robbed.page.click("[data-to-slip]");
            assertThat(robbed.page.isVisible("#slip")).isTrue();
            assertThat(robbed.page.isChecked("#q-i1 input >> nth=0")).isTrue();
        }
        assertThat(ROUND.answers("iit")).isEqualTo(1);
    }
}
