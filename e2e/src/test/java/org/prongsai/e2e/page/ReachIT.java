package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** Everybody reaches everything: by keyboard alone, enlarged, in the dark, without motion, with text set wider. */
@Tag("slow")
class ReachIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "reach");
    private static final List<String> PAGES = List.of(
            "/",
            "/find?q=chiang",
            "/a/imm-chiangmai",
            "/privacy",
            "/glossary",
            "/complaints",
            "/receipt",
            "/a/no-such-office",
            ROUND.path("eit"),
            ROUND.path("eit") + "?show=all",
            ROUND.path("comment"),
            ROUND.path("iit"),
            ROUND.path("iit") + "#slip");

    private static final String WIDER = """
            * { line-height: 1.8 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
            p { margin-bottom: 2em !important; }""";

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("th-TH");
    }

    @Test
    void by_keyboard_alone_from_the_skip_link_to_the_receipt() {
        try (var screen = Screen.of(STAGE.platform, Device.DESKTOP, "en-GB")) {
            Page page = screen.open(ROUND.path("eit")).page;
            page.keyboard().press("Tab");
            assertThat(focus(page, "className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            for (int i = 1; i <= 9; i++) {
                tabTo(page, "name", "e" + i);
                page.keyboard().press("ArrowDown");
                assertThat(page.locator("#q-e" + i + " input:checked").count()).isEqualTo(1);
                tabTo(page, "className", "button");
                assertThat(outline(page)).as("the focus is seen").isNotEqualTo("none 0px");
                page.keyboard().press("Enter");
            }
            tabTo(page, "textContent", "Check my answers");
            page.keyboard().press("Enter");
            screen.waitFor("#review");
            assertThat(focus(page, "id")).isEqualTo("review-title");
            tabTo(page, "textContent", "Send my answers");
            page.keyboard().press("Enter");
            screen.waitFor("#sent");
            assertThat(focus(page, "tagName")).isEqualTo("H1");
        }
    }

    @Test
    void staff_by_keyboard_alone_from_the_code_to_the_receipt() {
        var code = ROUND.draw(1).codes().getFirst();
        try (var screen = Screen.of(STAGE.platform, Device.DESKTOP, "en-GB")) {
            Page page = screen.open(ROUND.path("iit")).page;
            tabTo(page, "hash", "#slip");
            page.keyboard().press("Enter");
            tabTo(page, "id", "code");
            page.keyboard().type(code);
            page.keyboard().press("Enter");
            screen.waitFor("[data-key-print]");
            tabTo(page, "id", "print-same");
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            screen.waitFor("#q-i1");
            for (int i = 1; i <= StaffQuestions.COUNT; i++) {
                tabTo(page, "name", "i" + i);
                page.keyboard().press("ArrowDown");
                tabTo(page, "className", "button");
                page.keyboard().press("Enter");
            }
            tabTo(page, "textContent", "Check my answers");
            page.keyboard().press("Enter");
            screen.waitFor("#review");
            tabTo(page, "textContent", "Send my answers");
            page.keyboard().press("Enter");
            screen.waitFor("#sent");
        }
    }

    @Test
    void invitations_are_drawn_by_keyboard_alone() {
        ROUND.draw(1);
        try (var screen = Screen.of(STAGE.platform, Device.DESKTOP, "en-GB")) {
            Page page = screen.signIn("demo-coordinator", "/desk").open(ROUND.desk() + "/slips").page;
            tabTo(page, "id", "count");
            page.keyboard().type("2");
            page.keyboard().press("Enter");
            page.waitForSelector(".slip");
            page.waitForLoadState();
            assertThat(page.locator(".slip").count()).isEqualTo(2);
        }
    }

    @Test
    void at_four_times_its_size_no_page_of_the_desk_is_scrolled_sideways() {
        ROUND.draw(1);
        try (var screen = Screen.of(STAGE.platform, Device.NARROW, "th")) {
            screen.signIn("demo-coordinator", "/desk");
            for (var path : List.of("/desk?q=Chiang", ROUND.desk(), ROUND.desk() + "/slips", ROUND.desk() + "/counter"))
                assertWidth(screen.open(path), path);
        }
    }

    @Test
    void at_four_times_its_size_no_page_is_scrolled_sideways() {
        try (var screen = Screen.of(STAGE.platform, Device.NARROW, "th")) {
            for (var path : PAGES) assertWidth(screen.open("/glossary").open(path), path);
        }
    }

    @Test
    void in_the_dark_everything_is_seen() {
        try (var screen = Screen.with(STAGE.platform, Device.PHONE, options().setColorScheme(ColorScheme.DARK))) {
            for (var path : PAGES) screen.open("/glossary").open(path).accessible();
            screen.open(ROUND.path("eit")).shot("eit-question-dark");
            screen.open("/a/imm-chiangmai").shot("office-dark");
        }
    }

    @Test
    void in_the_dark_the_desk_is_seen_too() {
        ROUND.draw(1);
        try (var screen = Screen.with(STAGE.platform, Device.PHONE, options().setColorScheme(ColorScheme.DARK))) {
            screen.signIn("demo-coordinator", "/desk").accessible();
            screen.open(ROUND.desk()).accessible().shot("desk-unit-dark");
            screen.open(ROUND.desk() + "/slips").accessible();
        }
    }

    @Test
    void with_text_set_wider_nothing_is_cut_off() {
        try (var screen = Screen.with(STAGE.platform, Device.PHONE, options().setBypassCSP(true))) {
            for (var path : PAGES) {
                screen.open("/glossary").open(path).page.addStyleTag(new Page.AddStyleTagOptions().setContent(WIDER));
                assertWidth(screen, path);
                assertThat(cutOff(screen.page)).as(path).isEmpty();
            }
        }
    }

    @Test
    void nothing_moves_for_whoever_asked_for_that() {
        try (var screen = Screen.with(STAGE.platform, Device.PHONE, options().setReducedMotion(ReducedMotion.REDUCE))) {
            for (var path : PAGES) {
                assertThat(screen.open(path)
                                .page
                                .evaluate("() => [...document.querySelectorAll('*')].filter((each) => {"
                                        + " const style = getComputedStyle(each);"
                                        + " return style.animationName !== 'none'"
                                        + " || parseFloat(style.transitionDuration) > 0; }).length"))
                        .as(path)
                        .isEqualTo(0);
            }
        }
    }

    /** A finger hits what can be tapped; links within a sentence are as high as the sentence. */
    @Test
    void what_is_tapped_is_as_large_as_a_finger() {
        try (var screen = Screen.of(STAGE.platform, Device.PHONE, "th")) {
            for (var path : PAGES) {
                assertThat(screen.open("/glossary")
                                .open(path)
                                .page
                                .evaluate(
                                        "() => [...document.querySelectorAll('button, .button, summary, .option label,"
                                                + " .tongues a, .footing a, .ways a, .link, input[type=text]')]"
                                                + ".filter((each) => each.checkVisibility() && !each.closest('.unseen'))"
                                                + ".filter((each) => each.getBoundingClientRect().height < 43.9)"
                                                + ".map((each) => each.textContent.trim())"))
                        .as(path)
                        .isEqualTo(List.of());
            }
        }
    }

    private static void tabTo(Page page, String property, String wanted) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (wanted.equals(String.valueOf(focus(page, property)).strip())) return;
        }
        throw new AssertionError("the keyboard never comes to " + wanted);
    }

    private static Object focus(Page page, String property) {
        return page.evaluate("document.activeElement." + property);
    }

    private static Object outline(Page page) {
        return page.evaluate("(() => { const style = getComputedStyle(document.activeElement);"
                + " return style.outlineStyle + ' ' + style.outlineWidth; })()");
    }

    private static void assertWidth(Screen screen, String path) {
        int width = (Integer) screen.page.evaluate("document.documentElement.clientWidth");
        assertThat((Integer) screen.page.evaluate("document.documentElement.scrollWidth"))
                .as(path)
                .isLessThanOrEqualTo(width);
    }

    private static List<?> cutOff(Page page) {
        return (List<?>) page.evaluate("() => [...document.querySelectorAll('main *, header *, footer *')]"
                + ".filter((each) => each.checkVisibility() && !each.matches('.unseen, .unseen *, progress, svg *'))"
                + ".filter((each) => getComputedStyle(each).overflow === 'hidden' && each.scrollHeight > each.clientHeight + 1)"
                + ".map((each) => each.outerHTML.slice(0, 120))");
    }
}
