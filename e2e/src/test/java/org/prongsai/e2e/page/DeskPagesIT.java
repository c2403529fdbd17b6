package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final List<String> LONGEST = List.of(
            "ด่านตรวจคนเข้าเมืองสะพานมิตรภาพไทย-ลาว แห่งที่ 3 (นครพนม)",
            "Third Thai–Lao Friendship Bridge (Nakhon Phanom) Immigration Checkpoint");
    private static final Path PRINTED = Path.of("target/screenshots");

    private final Stage stage = Stage.get();
    private final PageRound round = PageRound.open(stage, "desk");
    private Screen screen;
    private Page page;

    @BeforeEach
    void signIn() {
        screen = Screen.of(stage.platform, Device.DESKTOP, "en-GB");
        page = screen.page;
        screen.signIn("demo-coordinator", round.desk());
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
    void people_are_registered_and_a_slip_for_each_of_a_hundred_and_twenty_is_printed() throws IOException {
        register(120);
        long began = System.nanoTime();
        draw(120);
        assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(15_000_000_000L);
        var codes = new HashSet<String>();
        var found = CODE.matcher(page.locator("main").innerText());
        while (found.find()) codes.add(found.group());
        // Each slip shows its code, and all of them the key's short print.
        assertThat(codes).hasSize(121);
        assertThat(cutOff()).isEmpty();
        assertThat(sheets("slips")).as("A4 pages of ten slips").isEqualTo(12);
        lengthen();
        assertThat(cutOff()).isEmpty();
        screen.open(round.desk());
        assertThat(page.textContent("#invitations")).contains("120");
    }

    @Test
    void slips_hold_everything_in_whichever_font_the_printing_device_has() throws IOException {
        page.route("**/*.woff2", Route::abort);
        register(30);
        draw(20);
        lengthen();
        assertThat(cutOff()).isEmpty();
        assertThat(sheets("slips-plain")).isEqualTo(2);
    }

    /** The longest names, and an address as long as they may be. */
    private void lengthen() {
        page.evaluate(
                "names => document.querySelectorAll('.slip').forEach((slip) => {"
                        + " slip.querySelector('.name').textContent = names[0];"
                        + " slip.querySelector('.name.en').textContent = names[1];"
                        + " slip.querySelector('.name.en').classList.add('long');"
                        + " const address = slip.querySelector('.type .mono');"
                        + " address.textContent = 'ita.immigration.go.th/a/imm-prachuapkhirikhan-singkhon/iit';"
                        + " address.classList.add('long'); })",
                LONGEST);
    }

    /** Printed slips on which something does not fit, by how many pixels. */
    private List<?> cutOff() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return (List<?>) page.evaluate("() => [...document.querySelectorAll('.slip')]"
                + ".map((slip) => slip.scrollHeight - slip.clientHeight).filter((more) => more > 1)");
    }

    @Test
    void a_reload_of_the_printed_sheet_draws_no_second_time() {
        register(30);
        draw(12);
        page.reload();
        assertThat(page.locator("h1").textContent()).isEqualTo("These invitations were drawn already");
        assertThat(draws()).isEqualTo(1);
    }

    @Test
    void a_double_tap_draws_once_and_shows_the_codes() {
        register(30);
        screen.open(round.desk() + "/slips");
        page.fill("#count", "12");
        page.dblclick("form[action*='/slips'] .button");
        page.waitForSelector(".slip");
        page.waitForLoadState();
        assertThat(page.locator(".slip").count()).isEqualTo(12);
        assertThat(draws()).isEqualTo(1);
    }

    @Test
    void who_is_signed_out_meanwhile_signs_in_beside_the_page_and_sends_the_same_form() {
        register(30);
        screen.open(round.desk() + "/slips");
        page.fill("#count", "7");
        screen.context.clearCookies();
        page.click("form[action*='/slips'] .button");
        page.waitForSelector("h1:has-text('You are no longer signed in')");
        screen.accessible().shot("desk-signed-out-meanwhile");
        assertThat(draws()).isZero();
        var beside = screen.context.waitForPage(() -> page.click("main a[href^='/sign-in']"));
        beside.fill("input[name=username]", "demo-coordinator");
        beside.fill("input[name=password]", "demo");
        beside.click("button[type=submit]");
        beside.waitForURL("**/desk**");
        page.reload();
        assertThat(page.locator(".slip").count()).isEqualTo(7);
        assertThat(draws()).isEqualTo(1);
        screen.forgive();
    }

    @Test
    void the_poster_is_one_sheet() throws IOException {
        screen.open("/a/" + PageRound.UNIT + "/poster");
        assertThat(sheets("poster")).isEqualTo(1);
        page.evaluate(
                "names => document.querySelectorAll('.poster header p')"
                        + ".forEach((line, i) => { line.textContent = names[i]; })",
                LONGEST);
        assertThat(sheets("poster-long")).isEqualTo(1);
    }

    /** How many of A4 the page takes when it is printed; the file is there to be looked at. */
    private long sheets(String name) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        Files.createDirectories(PRINTED);
        Files.write(PRINTED.resolve(name + ".pdf"), pdf);
        return Pattern.compile("/Type\\s*/Page[^s]")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
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
    void a_printed_slip_leads_staff_to_the_receipt_with_the_same_key() {
        register(30);
        draw(2);
        var address = Camera.read(page.locator(".slip svg").first());
        assertThat(address).startsWith(stage.platform.gateway() + round.path("iit") + "#c=");
        try (var staff = Screen.of(stage.platform, Device.PHONE, "th-TH")) {
            staff.page.navigate(address);
            staff.page.click("#welcome .button");
            staff.page.click("[data-slip-next]");
            staff.waitFor("#q-i1");
            var receipt = new StaffQuestions(staff, round).answer(0).send();
            assertThat(round.receipt(receipt).json().path("counted").asBoolean())
                    .isTrue();
        }
        var typed = CODE.matcher(page.locator(".slip").last().innerText());
        assertThat(typed.find()).isTrue();
        try (var staff = Screen.of(stage.platform, Device.PHONE, "th-TH")) {
            staff.open(round.path("iit") + "#slip");
            staff.page.fill("#code", typed.group());
            staff.page.click("[data-slip-next]");
            staff.waitFor("[data-key-print]");
            assertThat(page.locator(".slip").last().innerText())
                    .as("the slip shows the print that the page shows")
                    .contains(staff.page.textContent("[data-print-short]"));
        }
    }

    @Test
    void the_screen_at_the_counter_leads_past_who_asks_and_the_language_to_a_receipt_and_its_code_comes_along() {
        screen.open(round.desk() + "/counter");
        String shown;
        String address;
        do {
            shown = page.textContent(".code.big");
            address = Camera.read(page.locator("figure svg"));
        } while (!page.textContent(".code.big").equals(shown));
        assertThat(address).isEqualTo(stage.platform.gateway() + "/a/" + PageRound.UNIT + "#counter=" + shown);
        try (var traveller = Screen.of(stage.platform, Device.PHONE, "zh-CN")) {
            traveller.page.navigate(address);
            assertThat(traveller.page.url()).doesNotContain(shown);
            traveller.page.click(".tongues a[lang=en][href*='#counter=']");
            traveller.page.waitForSelector("html[lang=en] main:has-text('Who asks')");
            traveller.page.waitForLoadState();
            traveller.page.click(".button.wide[href*='#counter=']");
            Screen.choose(traveller.page, 1, 1);
            traveller.page.click("[data-review]");
            traveller.waitFor("#review");
            assertThat(traveller.page.url()).doesNotContain(shown);
            assertThat(traveller.page.inputValue("#counterCode")).isEqualTo(shown);
            traveller.page.click("[data-send]");
            traveller.waitFor("#sent");
        }
    }

    @Test
    void more_than_are_registered_is_refused_in_words_and_the_number_stays() {
        register(30);
        draw(31);
        assertThat(page.inputValue("#count")).isEqualTo("31");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("30");
        assertThat(draws()).isZero();
    }

    @Test
    void a_form_of_another_site_changes_nothing_though_it_is_filled_in_as_ours_is() {
        register(30);
        screen.open(round.desk() + "/slips");
        page.fill("#count", "3");
        var form = (String) page.evaluate("() => { const form = document.querySelector(\"form[action*='/slips']\");"
                + " form.action = form.action; form.querySelector('#count').setAttribute('value', '3');"
                + " return form.outerHTML; }");
        page.route(
                "**/stranger",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(form)));
        page.navigate("http://127.0.0.1:1/stranger");
        page.click(".button");
        page.waitForURL(stage.platform.gateway() + "/**");
        assertThat(page.content()).doesNotContainPattern(CODE);
        assertThat(draws()).isZero();
        screen.forgive();
        page.navigate(stage.platform.gateway() + round.desk());
        page.evaluate("html => { document.querySelector('main').innerHTML = html; }", form);
        page.click("form[action*='/slips'] .button");
        page.waitForLoadState();
        assertThat(draws()).as("from our own page the same form draws").isEqualTo(1);
    }

    private int draws() {
        return stage.visitor("demo-coordinator")
                .get(round.api() + "/draws")
                .json()
                .path("draws")
                .size();
    }

    @Test
    void signing_out_ends_it_here_and_at_the_issuer() {
        screen.open("/desk");
        page.click("form[action='/sign-out'] button");
        page.waitForURL(stage.platform.gateway() + "/");
        screen.forgive();
        screen.open("/desk");
        assertThat(page.textContent("h1")).isEqualTo("Please sign in");
        assertThat(screen.context.cookies(stage.platform.gateway()))
                .noneMatch(cookie -> cookie.name.equals("prongsai"));
        page.navigate(stage.platform.gateway() + "/sign-in?to=/desk");
        assertThat(page.isVisible("input[name=password]"))
                .as("the issuer asks again")
                .isTrue();
        screen.forgive();
    }
}
