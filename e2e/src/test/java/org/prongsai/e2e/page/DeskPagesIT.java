package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;

/** A coordinator signs in, registers people, draws invitations, prints the slips and signs out, all in a browser. */
class DeskPagesIT {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    private final Stage stage = Stage.get();
    private final PageRound round = PageRound.open(stage, "desk");
    private Screen screen;
    private Page page;

    @BeforeEach
    void signIn() {
        screen = Screen.of(stage.platform, Device.DESKTOP, "en-GB");
        page = screen.page;
        screen.signIn("demo-coordinator", "/desk");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private void register(int people) {
        screen.open(round.desk());
        page.fill("#internal", String.valueOf(people));
        page.fill("#external", "400");
        page.click("#population .button");
        page.waitForSelector("[role=status]");
    }

    private void draw(int count) {
        screen.open(round.desk() + "/slips");
        page.fill("#count", String.valueOf(count));
        page.click("form[action*='/slips'] .button");
        // A sheet of many slips is a long page, and a click does not wait for its end.
        page.waitForLoadState();
    }

    @Test
    void people_are_registered_and_a_slip_for_each_of_a_hundred_and_twenty_is_printed() throws java.io.IOException {
        register(120);
        long began = System.nanoTime();
        draw(120);
        assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(15_000_000_000L);
        var codes = new HashSet<String>();
        var found = CODE.matcher(page.locator("main").innerText());
        while (found.find()) codes.add(found.group());
        // Each slip shows its code, and all of them the key's short print.
        assertThat(codes).hasSize(121);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(cutOff()).isEmpty();
        var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        assertThat(Pattern.compile("/Type\\s*/Page[^s]")
                        .matcher(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .as("A4 pages of ten slips")
                .isEqualTo(12);
        Files.createDirectories(java.nio.file.Path.of("target/screenshots"));
        Files.write(java.nio.file.Path.of("target/screenshots/slips.pdf"), pdf);
        // The longest names, and an address as long as they may be.
        page.evaluate("() => document.querySelectorAll('.slip').forEach((slip) => {"
                + " slip.querySelector('.name').textContent ="
                + " 'ด่านตรวจคนเข้าเมืองสะพานมิตรภาพไทย-ลาว แห่งที่ 3 (นครพนม)';"
                + " slip.querySelector('.name.en').textContent ="
                + " 'Third Thai–Lao Friendship Bridge (Nakhon Phanom) Immigration Checkpoint';"
                + " slip.querySelector('.name.en').classList.add('long');"
                + " const address = slip.querySelector('.type .mono');"
                + " address.textContent = 'ita.immigration.go.th/a/imm-prachuapkhirikhan-singkhon/iit';"
                + " address.classList.add('long'); })");
        assertThat(cutOff()).isEmpty();
        screen.open(round.desk());
        assertThat(page.textContent("#invitations")).contains("120");
    }

    /** Slips on which something does not fit, by how many pixels. */
    private List<?> cutOff() {
        return (List<?>) page.evaluate("() => [...document.querySelectorAll('.slip')]"
                + ".map((slip) => slip.scrollHeight - slip.clientHeight).filter((more) => more > 1)");
    }

    @Test
    void a_reload_of_the_printed_sheet_draws_no_second_time() {
        register(30);
        draw(12);
        page.reload();
        assertThat(page.locator("h1").textContent()).doesNotContain("Internal");
        var draws = stage.visitor("demo-coordinator")
                .get(round.api() + "/draws")
                .json()
                .path("draws");
        assertThat(draws.size()).isEqualTo(1);
    }

    @Test
    void slips_can_be_taken_home_as_a_file() {
        register(30);
        screen.open(round.desk() + "/slips");
        page.check("input[name=way][value=file]");
        page.fill("#count", "5");
        var file = page.waitForDownload(() -> page.click("form[action*='/slips'] .button"));
        assertThat(file.path()).content().hasLineCount(6).startsWith("code,round,agency,instrument,key_sha256");
    }

    @Test
    void a_printed_code_leads_staff_to_the_receipt() {
        register(30);
        draw(1);
        var code = CODE.matcher(page.locator("main").innerText());
        assertThat(code.find()).isTrue();
        try (var staff = Screen.of(stage.platform, Device.PHONE, "th-TH")) {
            staff.open(round.path("iit") + "#slip");
            staff.page.fill("#code", code.group());
            staff.page.click("[data-slip-next]");
            staff.waitFor("[data-key-print]");
            assertThat(page.locator("main").innerText())
                    .as("the slip shows the print that the page shows")
                    .contains(staff.page.textContent("[data-print-short]"));
        }
    }

    @Test
    void more_than_are_registered_is_refused_in_words_and_the_number_stays() {
        register(30);
        draw(31);
        assertThat(page.inputValue("#count")).isEqualTo("31");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("30");
        assertThat(stage.visitor("demo-coordinator")
                        .get(round.api() + "/draws")
                        .json()
                        .path("draws")
                        .size())
                .isZero();
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        register(30);
        page.route(
                "**/stranger",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<form method=post action='" + stage.platform.gateway() + round.desk()
                                + "/slips'><input name=count value=3><button>go</button></form>")));
        page.navigate("http://127.0.0.1:1/stranger");
        page.click("button");
        assertThat(page.content()).doesNotContainPattern(CODE);
        assertThat(stage.visitor("demo-coordinator")
                        .get(round.api() + "/draws")
                        .json()
                        .path("draws")
                        .size())
                .isZero();
        screen.forgive();
    }

    @Test
    void signing_out_ends_it_here_and_at_the_issuer() {
        screen.open("/desk");
        page.click("form[action='/sign-out'] button");
        page.waitForURL(stage.platform.gateway() + "/**");
        screen.forgive();
        screen.open("/desk");
        assertThat(page.textContent("h1")).isEqualTo("Please sign in");
        assertThat(screen.context.cookies(stage.platform.gateway()))
                .noneMatch(cookie -> cookie.name.equals("prongsai"));
    }
}
