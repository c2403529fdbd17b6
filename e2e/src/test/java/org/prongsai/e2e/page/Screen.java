package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.prongsai.launcher.Platform;

/** One visitor's browser: it notes what fails in a page and whom a page asks, and can be looked at. */
final class Screen implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");
    /** What WCAG 2.2 asks for at level AA, as far as a program can see it. */
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    final BrowserContext context;
    final Page page;
    private final String gateway;
    private final String issuer;
    private final Device device;
    private final List<String> failures = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private Screen(Platform platform, Device device, Browser.NewContextOptions options) {
        this.gateway = platform.gateway();
        this.issuer = platform.issuer();
        this.device = device;
        this.context = Chromium.get().newContext(options.setViewportSize(device.width, device.height));
        this.page = context.newPage();
        watch(page);
    }

    static Screen of(Platform platform, Device device, String language) {
        return new Screen(platform, device, new Browser.NewContextOptions().setLocale(language));
    }

    static Screen withoutScript(Platform platform, Device device, String language) {
        return new Screen(
                platform,
                device,
                new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
    }

    /** Somebody who set up their browser in a way of their own. */
    static Screen with(Platform platform, Device device, Browser.NewContextOptions options) {
        return new Screen(platform, device, options);
    }

    private void watch(Page watched) {
        watched.setDefaultTimeout(20_000);
        watched.onPageError(failures::add);
        watched.onConsoleMessage(message -> {
            // A refusal that a page handles is noted by the browser too.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                failures.add(message.text());
            }
        });
        watched.onRequest(request -> {
            if (!request.url().startsWith(gateway) && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
    }

    /** Another tab of the same visitor. */
    Page tab() {
        var other = context.newPage();
        watch(other);
        return other;
    }

    Screen open(String path) {
        page.navigate(gateway + path);
        return this;
    }

    /** By the issuer's own page, which is not ours. */
    Screen signIn(String account, String to) {
        page.navigate(gateway + "/sign-in?to=" + to);
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", "demo");
        page.click("button[type=submit]");
        page.waitForURL(gateway + to + "**");
        strangers.removeIf(url -> url.startsWith(issuer));
        return this;
    }

    /**
     * Chooses the option at this place, from 0, of every question from this one on, from 1, and goes to what follows them. It is
     * done at once, and not before the script has come; from question to question {@link Questions#walk} goes.
     */
    static void choose(Page page, int first, int option) {
        page.waitForSelector("#answers.scripted [data-question]:visible");
        page.evaluate(
                "([first, option]) => { [...document.querySelectorAll('[data-question]')].slice(first - 1)"
                        + ".forEach((question) => question.querySelectorAll('input')[option].click());"
                        + " location.hash = 'about'; }",
                List.of(first, option));
        page.waitForSelector("[data-review]:visible");
    }

    void waitFor(String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
    }

    /** A picture for people to look at, in the build's output. */
    Screen shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SHOTS.resolve("%s-%s-%s.png"
                        .formatted(
                                name,
                                page.locator("html").getAttribute("lang"),
                                device.name().toLowerCase(Locale.ROOT)))));
        return this;
    }

    /** Nothing that WCAG 2.2 AA forbids, nothing that needs to be scrolled sideways, one heading above all others. */
    Screen accessible() {
        page.waitForLoadState();
        // Frames of others, for which a window more would be opened each time, are in no page of ours.
        var found = new AxeBuilder(page).setLegacyMode(true).withTags(WCAG).analyze();
        assertThat(found.getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .collect(Collectors.joining("; ")))
                        .toList())
                .as("axe at " + page.url())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(device.width);
        assertThat(page.locator("h1:visible").count()).as("h1 of " + page.url()).isEqualTo(1);
        return this;
    }

    /** A test that leaves our pages on purpose says so. */
    void forgive() {
        strangers.clear();
        failures.clear();
    }

    /** No script failed, and nobody but us was asked for anything. */
    @Override
    public void close() {
        context.close();
        assertThat(failures).as("what failed in pages").isEmpty();
        assertThat(strangers).as("requests to others").isEmpty();
    }
}
