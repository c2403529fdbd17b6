package org.prongsai.e2e.page;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.blind.InvitationCode;
import org.prongsai.e2e.Stage;

/** What is seen where something is shut, used, lost, refused or elsewhere: as easy to reach as every other page. */
@TestInstance(PER_CLASS)
class LookAtFaultsIT {

    private final Stage stage = Stage.get();
    private final PageRound round = PageRound.open(stage, "faults");
    private final PageRound other = PageRound.open(stage, "faults-other");
    private final PageRound named = PageRound.open(stage, "faults-named");
    private final PageRound ahead = PageRound.ahead(stage, "faults-ahead");
    private final PageRound over = PageRound.over(stage, "faults-over");

    static Stream<Arguments> everyday() {
        return Stream.of(Arguments.of(Device.PHONE, "en"));
    }

    private Screen screen(Device device, String language) {
        return Screen.of(stage.platform, device, language);
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void what_is_shut_and_what_is_looked_up(Device device, String language) {
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            screen.open(ahead.path("eit")).accessible().shot("eit-ahead");
            screen.open(over.path("eit")).accessible().shot("eit-over");
            screen.open(over.path("iit")).accessible().shot("iit-over");
            screen.open(over.path("comment")).accessible().shot("comment-over");
            screen.open("/receipt");
            page.fill("#receipt", "abc");
            page.click("main button");
            screen.waitFor("#receipt-error");
            screen.accessible().shot("receipt-wrong");
            page.fill("#receipt", "0000-0000-0000-0000");
            page.click("main button");
            screen.waitFor("[role=status]:has-text('No answer'), [role=status]:has-text('ไม่มีคำตอบ')");
            screen.accessible().shot("receipt-uncounted");
            screen.open(round.path("comment"));
            page.click("main button");
            screen.waitFor("#text-error");
            screen.accessible().shot("comment-empty");
            page.fill("#text", "ขอบคุณ thank you 谢谢");
            page.click("main button");
            page.waitForSelector("main:not(:has(#text))");
            screen.accessible().shot("comment-sent");
            screen.open("/sign-in/nowhere").accessible().shot("gateway-not-found");
            screen.open("/login/oauth2/code/prongsai?error=access_denied&state=x")
                    .accessible()
                    .shot("gateway-sign-in-failed");
        }
    }

    /** Every day {@link StraySlipPagesIT} and {@link StaffPagesIT} look at most of these and those that follow. */
    @ParameterizedTest
    @MethodSource("everyday")
    @Tag("slow")
    void codes_that_lead_nowhere(Device device, String language) {
        round.draw(1);
        try (var screen = screen(device, language)) {
            sendWith(screen, other.draw(1).codes().getFirst());
            look(screen, "round");
            sendWith(screen, round.at("imm-nan").draw(1).codes().getFirst());
            look(screen, "elsewhere");
            var lost = round.draw(1);
            round.withdraw();
            sendWith(screen, lost.codes().getFirst());
            look(screen, "voided");
            sendWith(screen, InvitationCode.draw(new Random()).text());
            look(screen, "unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("everyday")
    @Tag("slow")
    void tickets_that_cannot_be_had(Device device, String language) {
        var slips = round.draw(3);
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            var used = slips.codes().getFirst();
            sendWith(screen, used);
            screen.waitFor("#sent");
            sendWith(screen, used);
            screen.waitFor("[data-report]");
            look(screen, "used");
            page.route("**/responses", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            sendWith(screen, slips.codes().get(1));
            screen.waitFor("[data-held]");
            page.click("[data-held] summary");
            screen.accessible().shot("iit-held");
            page.route(
                    "**/tickets",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(200)
                            .setContentType("application/json")
                            .setBody("{\"blindSignature\":\"" + "A".repeat(342) + "\"}")));
            sendWith(screen, slips.codes().get(2));
            look(screen, "signature");
            screen.open("/glossary")
                    .open(round.path("iit") + "#c=" + slips.codes().get(2) + "&k=" + "A".repeat(43));
            page.click("#welcome .button");
            page.click("[data-slip-next]");
            look(screen, "key");
        }
    }

    @ParameterizedTest
    @MethodSource("everyday")
    @Tag("slow")
    void staff_whom_nobody_knows(Device device, String language) {
        named.invite("somebody-" + device + "-" + language);
        try (var screen = screen(device, language)) {
            refused(screen, "demo-executive", screen.context::clearCookies);
            screen.accessible().shot("iit-signed-out");
            refused(screen, "demo-commander", () -> {});
            screen.accessible().shot("iit-uninvited");
            screen.forgive();
        }
        try (var screen = screen(device, language)) {
            screen.page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
            screen.open(round.path("iit") + "#slip");
            screen.page.fill("#code", round.draw(1).codes().getFirst());
            screen.page.click("[data-slip-next]");
            look(screen, "insecure");
        }
    }

    /** Every day {@link DeskPagesIT} and {@link LookIT} look at what is met most. */
    @ParameterizedTest
    @MethodSource("everyday")
    @Tag("slow")
    void at_the_desk(Device device, String language) {
        var joint = PageRound.joint(stage, "faults-joint", "imm-nan", "imm-chiangmai");
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            round.draw(1);
            screen.signIn("demo-coordinator", "/desk");
            screen.open("/desk/" + round.name + "/imm-nan").accessible().shot("desk-not-yours");
            screen.open(joint.desk()).accessible().shot("desk-joint");
            screen.open(joint.path("eit")).accessible().shot("office-joint");
            screen.open(round.desk() + "/slips");
            page.fill("#count", "12");
            page.click("form[action*='/slips'] .button");
            page.waitForLoadState();
            screen.accessible().shot("desk-sheet");
            page.reload();
            screen.accessible().shot("desk-stale");
        }
        try (var screen = screen(device, language)) {
            screen.signIn("demo-commander", "/desk");
            // Of all units in all rounds of all tests some are enough.
            screen.open("/desk?q=Nan").accessible().shot("desk-commander");
        }
    }

    /** Answers everything as somebody who may not, or may not any more. */
    private void refused(Screen screen, String account, Runnable meanwhile) {
        var questions = new StaffQuestions(screen, named).signIn(account);
        screen.page.click("[data-slip-next]");
        questions.compare().answer(0);
        meanwhile.run();
        questions.press();
        screen.page.waitForSelector("[data-state] a");
    }

    /** Answers everything with this code, and presses the button. */
    private void sendWith(Screen screen, String code) {
        new StaffQuestions(screen, round).type(code).answer(0).press();
    }

    private static void look(Screen screen, String fault) {
        screen.waitFor("[data-shown=fault-" + fault + "]");
        screen.accessible().shot("iit-" + fault);
    }
}
