package org.prongsai.e2e.page;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.e2e.Stage;

/** Every page on a phone in Thai: axe finds nothing, and people can look at the pictures; elsewhere {@link LookOtherwiseIT} looks. */
@TestInstance(PER_CLASS)
class LookIT {

    private final Stage stage = Stage.get();
    private final PageRound round = PageRound.open(stage, "looking");

    static Stream<Arguments> everyday() {
        return Stream.of(Arguments.of(Device.PHONE, "th"));
    }

    private Screen screen(Device device, String language) {
        return Screen.of(stage.platform, device, language);
    }

    private static void look(Screen screen, String path, String name) {
        screen.open(path).accessible().shot(name);
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void open_pages(Device device, String language) {
        try (var screen = screen(device, language)) {
            look(screen, "/", "home");
            look(screen, "/find?q=chiang", "found");
            look(screen, "/find?q=nowhere", "found-nothing");
            look(screen, "/a/imm-chiangmai", "office");
            look(screen, "/a/imm-chiangmai/poster", "poster");
            look(screen, "/privacy", "privacy");
            look(screen, "/glossary", "glossary");
            look(screen, "/complaints", "complaints");
            look(screen, "/receipt", "receipt");
            look(screen, "/a/no-such-office", "not-found");
            look(screen, "/problems", "problems");
            look(screen, round.path("comment"), "comment");
        }
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void service_users(Device device, String language) {
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            look(screen, round.path("eit"), "eit-question");
            page.click("#q-e1 [data-next]");
            screen.accessible().shot("eit-missing");
            Screen.choose(page, 1, 1);
            page.click("summary:visible >> nth=-1");
            screen.accessible().shot("eit-about");
            page.click("[data-review]");
            screen.waitFor("#review");
            screen.accessible().shot("eit-review");
            screen.context.setOffline(true);
            page.click("[data-send]");
            page.waitForSelector("[data-state] button");
            screen.accessible().shot("eit-offline");
            screen.context.setOffline(false);
            screen.waitFor("#sent");
            screen.waitFor("[data-qr=receipt] canvas");
            page.click("details.proof summary");
            screen.accessible().shot("eit-sent");
            look(screen, round.path("eit") + "?show=all", "eit-all");
        }
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void staff(Device device, String language) {
        var slips = round.draw(1);
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            look(screen, round.path("iit"), "iit-welcome");
            page.click("#welcome .button");
            screen.accessible().shot("iit-slip");
            page.fill("#code", "TOO-SHORT");
            page.click("[data-slip-next]");
            screen.waitFor("[data-code-error]");
            screen.accessible().shot("iit-mistyped");
            page.fill("#code", slips.codes().getFirst());
            page.click("[data-slip-next]");
            screen.waitFor("[data-key-print]");
            screen.accessible().shot("iit-compare");
            page.click("label[for=print-same]");
            page.click("[data-slip-next]");
            screen.waitFor("#q-i1");
            screen.accessible().shot("iit-question");
            Screen.choose(page, 1, 0);
            screen.accessible().shot("iit-done");
            page.click("[data-review]");
            screen.waitFor("#review");
            screen.accessible().shot("iit-review");
            page.click("[data-send]");
            screen.waitFor("#sent");
            screen.waitFor("[data-qr=receipt] canvas");
            page.click("details.proof summary");
            screen.accessible().shot("iit-sent");
        }
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void without_a_script(Device device, String language) {
        try (var screen = Screen.withoutScript(stage.platform, device, language)) {
            screen.open(round.path("iit")).shot("iit-no-script");
        }
        // A browser that runs no script at all runs none of axe either: here those of the page do not arrive.
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            page.route("**/*.js", Route::abort);
            screen.open(round.path("eit") + "?show=all");
            page.click("[data-review]");
            screen.waitFor("#faults");
            screen.accessible().shot("eit-plain-missing");
            for (int i = 1; i <= 9; i++) page.click("#q-e" + i + " label >> nth=1");
            page.click("[data-review]");
            screen.waitFor("button[value=send]:not(.unseen)");
            screen.accessible().shot("eit-plain-review");
            page.click("button[value=send]:not(.unseen)");
            screen.waitFor("[data-receipt]");
            screen.accessible().shot("eit-plain-sent");
        }
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void coordinators(Device device, String language) {
        round.draw(1);
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            look(screen, "/desk", "desk-signed-out");
            screen.signIn("demo-coordinator", "/desk");
            screen.accessible().shot("desk");
            look(screen, round.desk(), "desk-unit");
            page.fill("#internal", "-5");
            page.click("#population .button");
            screen.waitFor("#internal-error");
            screen.accessible().shot("desk-population-refused");
            look(screen, round.desk() + "/slips", "desk-draw");
            page.fill("#count", "100000");
            page.click("form[action*='/slips'] .button");
            screen.waitFor("#count-error");
            screen.accessible().shot("desk-draw-refused");
            look(screen, round.desk() + "/counter", "desk-counter");
        }
    }
}
