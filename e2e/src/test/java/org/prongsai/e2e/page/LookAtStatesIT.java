package org.prongsai.e2e.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.e2e.Stage;

/** What a page says on the way, for a moment or to few: in both languages, on a phone and on a desk. */
@Tag("slow")
class LookAtStatesIT {

    private static final Stage STAGE = Stage.get();
    private static final PageRound ROUND = PageRound.open(STAGE, "states");
    private static final PageRound AHEAD = PageRound.ahead(STAGE, "states-ahead");

    static Stream<Arguments> everywhere() {
        return Stream.of(Device.PHONE, Device.DESKTOP)
                .flatMap(device -> Stream.of("th", "en").map(language -> Arguments.of(device, language)));
    }

    private static Screen screen(Device device, String language) {
        return Screen.of(STAGE.platform, device, language);
    }

    /** Answers everything, and sends it where this is the reply. */
    private static void send(Screen screen, int status, String json) {
        screen.page.unroute("**/responses");
        screen.page.route(
                "**/responses",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/problem+json")
                        .setHeaders(Map.of("Retry-After", "60"))
                        .setBody(json)));
        screen.open("/glossary");
        new Questions(screen, ROUND).begin().answer(1).check().press();
    }

    private static void look(Screen screen, String shown, String name) {
        screen.waitFor(shown);
        screen.accessible().shot(name);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void what_becomes_of_an_answer(Device device, String language) {
        try (var screen = screen(device, language)) {
            send(screen, 422, "{\"type\":\"/problems/invalid-response\",\"errors\":[{\"pointer\":\"/counterCode\"}]}");
            look(screen, "#counterCode", "eit-counter-wrong");
            send(screen, 422, "{\"type\":\"/problems/invalid-response\",\"errors\":[]}");
            look(screen, "[data-state].warn", "eit-refused");
            send(screen, 422, "{\"type\":\"/problems/ticket-invalid\"}");
            look(screen, "[data-state].warn", "eit-key-wrong");
            send(screen, 429, "{\"type\":\"/problems/too-many-requests\"}");
            look(screen, "[data-state] button", "eit-busy");
            send(screen, 503, "{}");
            look(screen, "[data-state] button", "eit-try-again");
            send(screen, 422, "{\"type\":\"/problems/window-closed\"}");
            look(screen, "[data-closed]", "eit-closed-meanwhile");
            send(
                    screen,
                    422,
                    "{\"type\":\"/problems/invalid-response\",\"errors\":[{\"reason\":\"other-framework\"}]}");
            look(screen, "[data-corrected]", "eit-corrected");
            send(screen, 201, "{\"receipt\":\"AAAA-BBBB-CCCC-DDDD\",\"part\":\"aside\"}");
            look(screen, "[data-aside]", "eit-aside");
            screen.page.reload();
            look(screen, "[data-before]", "eit-sent-before");
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void what_another_tab_did(Device device, String language) {
        try (var screen = screen(device, language)) {
            new Questions(screen, ROUND).begin().answer(1).check();
            screen.tab().navigate(STAGE.platform.gateway() + "/glossary");
            screen.context
                    .pages()
                    .getLast()
                    .evaluate("name => new BroadcastChannel(name).postMessage('sent')", channel());
            look(screen, "[data-elsewhere]", "eit-elsewhere");
        }
    }

    private static String channel() {
        return "prongsai:%s:%s:eit".formatted(ROUND.name, PageRound.UNIT);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void what_few_see(Device device, String language) {
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            screen.open(AHEAD.path("iit")).accessible().shot("iit-ahead");
            var receipt = new Questions(screen, ROUND).begin().answer(1).check().send();
            screen.open("/receipt#" + receipt);
            page.click("main button");
            look(screen, "[role=status]", "receipt-counted");
            screen.open(ROUND.path("comment"));
            page.fill("#text", "x".repeat(2001));
            page.click("main button");
            look(screen, "#text-error", "comment-too-long");
            page.fill("#text", "x".repeat(3_000_000));
            page.click("main button");
            look(screen, "text=413", "too-large");
        }
        try (var screen = screen(device, language)) {
            screen.page.addInitScript("delete window.BigInt");
            screen.open(ROUND.path("iit"));
            look(screen, "#too-old", "iit-too-old");
            screen.forgive();
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void what_is_said_at_the_desk(Device device, String language) {
        ROUND.draw(1);
        try (var screen = screen(device, language)) {
            Page page = screen.page;
            screen.signIn("demo-coordinator", "/desk");
            screen.open(ROUND.desk());
            page.fill("#external", "601");
            page.click("#population .button");
            look(screen, "main [role=status], main [role=alert]", "desk-population-sent");
            screen.open(ROUND.desk() + "/slips");
            page.check("input[name=way][value=mail]");
            page.fill("#addresses", "nobody\nsomebody@example.org\nsomebody@example.org");
            page.click("form[action*='/slips'] .button");
            look(screen, "#addresses-error", "desk-mail-refused");
            page.fill("#addresses", "somebody-" + System.nanoTime() + "@example.org");
            page.click("form[action*='/slips'] .button");
            page.waitForLoadState();
            screen.accessible().shot("desk-mailed");
        }
    }

    @Test
    void what_is_said_while_a_part_is_away() {
        STAGE.platform.kill("assessment-service");
        try {
            for (var device : List.of(Device.PHONE, Device.DESKTOP)) {
                for (var language : List.of("th", "en")) {
                    try (var screen = screen(device, language)) {
                        screen.open("/a/imm-phuket/" + ROUND.name + "/eit")
                                .accessible()
                                .shot("part-away");
                    }
                }
            }
        } finally {
            STAGE.platform.restart("assessment-service");
        }
    }
}
