package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.e2e.Stage;

/** Pages on an old phone and a slow network: small, soon there, and nothing moves under the finger. */
@Tag("slow")
class SpeedIT {

    /** Chromium's own "slow 4G": 562.5 ms, 1.44 Mbit/s down, 0.675 Mbit/s up. */
    private static final double LATENCY = 562.5;

    private static final double DOWN = 1_440_000 / 8.0;
    private static final double UP = 675_000 / 8.0;
    private static final int SLOWER = 4;

    private static final String WATCH = """
            window.moved = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });""";

    private static final String FIGURES = """
            () => {
              const page = performance.getEntriesByType('navigation')[0];
              const files = performance.getEntriesByType('resource').filter((file) => !file.name.endsWith('.woff2'));
              const bytes = page.transferSize + files.reduce((sum, file) => sum + file.transferSize, 0);
              return [page.domContentLoadedEventEnd, bytes, window.moved];
            }""";

    private final Stage stage = Stage.get();

    @ParameterizedTest
    @ValueSource(strings = {"office", "eit", "iit", "poster", "complaints"})
    void a_first_page_is_small_soon_usable_and_still(String which) {
        var round = PageRound.open(stage, "speed");
        var path =
                switch (which) {
                    case "eit", "iit" -> round.path(which);
                    case "office" -> "/a/" + PageRound.UNIT;
                    case "poster" -> "/a/" + PageRound.UNIT + "/poster";
                    default -> "/" + which;
                };
        for (var language : new String[] {"th-TH", "en-GB"}) {
            try (var warm = Screen.of(stage.platform, Device.PHONE, language)) {
                for (int i = 0; i < 3; i++) warm.open(path);
            }
            try (var screen = Screen.of(stage.platform, Device.PHONE, language)) {
                slowDown(screen);
                screen.page.addInitScript(WATCH);
                screen.open(path);
                screen.page.evaluate("() => document.fonts.ready.then(() => true)");
                var figures = (List<?>) screen.page.evaluate(FIGURES);
                double interactive = ((Number) figures.get(0)).doubleValue();
                double bytes = ((Number) figures.get(1)).doubleValue();
                double moved = ((Number) figures.get(2)).doubleValue();
                System.out.printf(
                        "%s in %s: usable after %.0f ms, %.1f kB before fonts, moved %.4f%n",
                        which, language, interactive, bytes / 1000, moved);
                assertThat(bytes).as("bytes of " + path).isLessThan(100_000);
                assertThat(interactive)
                        .as("milliseconds until " + path + " is usable")
                        .isLessThan(2000);
                assertThat(moved).as("layout shift of " + path).isLessThan(0.01);
            }
        }
    }

    private static void slowDown(Screen screen) {
        CDPSession chromium = screen.context.newCDPSession(screen.page);
        chromium.send("Network.enable");
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY);
        network.addProperty("downloadThroughput", DOWN);
        network.addProperty("uploadThroughput", UP);
        chromium.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        chromium.send("Emulation.setCPUThrottlingRate", processor);
    }
}
