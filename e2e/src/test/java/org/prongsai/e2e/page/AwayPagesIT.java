package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** Services are taken away while somebody answers: the page says so in words, keeps the answers, and sends them in the end. */
class AwayPagesIT {

    private static final String INTAKE = "assessment-service";
    private static final int QUESTIONS = 9;
    /** Until a page tries again that has tried for a while, with what that takes. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(40);

    private final Stage stage = Stage.get();
    private final PageRound round = PageRound.open(stage, "away");

    @Test
    void an_intake_that_dies_costs_nobody_an_answer() {
        try (var scripted = Screen.of(stage.platform, Device.PHONE, "en-GB");
                var plain = Screen.withoutScript(stage.platform, Device.PHONE, "en-GB")) {
            scripted.open(round.path("eit"));
            plain.open(round.path("eit") + "?show=all");
            Screen.choose(scripted.page, 1, 1);
            for (int i = 1; i <= QUESTIONS; i++) {
                plain.page.click("#q-e" + i + " label >> nth=1");
            }
            scripted.page.click("[data-review]");
            plain.page.click("[data-review]");
            stage.platform.kill(INTAKE);
            try {
                scripted.page.click("[data-send]");
                scripted.page.waitForSelector("[data-state]:has-text('trying again')");
                plain.page.click("button[value=send]:not(.unseen) >> nth=-1");
                plain.page.waitForSelector(
                        "main:has-text('Your answers are still on this page'), main:has-text('not answering')");
            } finally {
                stage.platform.restart(INTAKE);
            }
            scripted.page.waitForSelector(
                    "#sent", new Page.WaitForSelectorOptions().setTimeout(LONGEST_PAUSE.toMillis()));
            plain.page.reload();
            if (plain.page.locator("[data-receipt]").count() == 0) {
                plain.page.click("button[value=send]:not(.unseen) >> nth=-1");
            }
            assertThat(plain.page.textContent("h1")).isEqualTo("Your answers were sent.");
        }
        assertThat(round.answers("eit")).isEqualTo(2);
    }

    @Test
    void a_portal_that_is_away_is_a_page_of_the_gateway() {
        stage.platform.kill("portal");
        try {
            for (var device : List.of(Device.PHONE, Device.DESKTOP)) {
                away(device, "th");
                away(device, "en");
            }
        } finally {
            stage.platform.restart("portal");
        }
        try (var visitor = Screen.of(stage.platform, Device.PHONE, "th-TH")) {
            visitor.open("/a/" + PageRound.UNIT);
            assertThat(visitor.page.textContent("h1")).isEqualTo("หน่วยงานนี้ให้บริการท่านอย่างไร");
        }
    }

    private void away(Device device, String language) {
        try (var visitor = Screen.of(stage.platform, device, language)) {
            visitor.open("/a/" + PageRound.UNIT).accessible().shot("portal-away");
            assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo(language);
        }
    }
}
