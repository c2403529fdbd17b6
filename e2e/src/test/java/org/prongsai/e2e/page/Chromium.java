package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** The one browser of all tests of this JVM. */
final class Chromium {

    private static final Path AT = Path.of(System.getenv().getOrDefault("PRONGSAI_CHROMIUM", "/usr/bin/chromium"));
    private static Browser shared;

    private Chromium() {}

    static synchronized Browser get() {
        if (shared == null) {
            if (!Files.isExecutable(AT))
                fail(
                        "There is no browser at %s. Install one (Debian: sudo apt-get install chromium), or name it in"
                                + " PRONGSAI_CHROMIUM.",
                        AT);
            var environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            shared = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(AT)
                            .setArgs(List.of("--no-sandbox")));
        }
        return shared;
    }
}
