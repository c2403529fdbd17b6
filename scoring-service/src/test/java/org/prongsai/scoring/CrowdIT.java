package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As many units as the country has: what a page costs is written down, what it must not cost is held to. */
@Tag("slow")
class CrowdIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrowdIT.class);
    private static final int UNITS = 8_300;
    private static final int BRANCHES = 77;
    private static final int WARMING = 40;
    private static final int MEASURED = Integer.getInteger("prongsai.crowd.requests", 100);
    private static Crowd crowd;

    @BeforeAll
    static void units() {
        crowd = Crowd.of("nation", UNITS, BRANCHES);
    }

    @Test
    void a_page_of_the_nation_is_ranked_and_summed_up() {
        var first = crowd.list("/scores?sort=-total").json();
        assertThat(first.path("items")).hasSize(50);
        assertThat(first.at("/summary/units").asInt()).isEqualTo(UNITS);
        assertThat(first.at("/items/0/rank/from").asInt()).isEqualTo(1);
        assertThat(first.at("/items/0/rank/of").asInt())
                .isEqualTo(first.at("/summary/shown").asInt());
        var sorts = List.of("agency", "-total", "total", "eit", "-9", "name.th");
        measure("first page, ranked and summed up", n -> "/scores?sort=" + sorts.get(n % sorts.size()));
        measure("a branch's first page", n -> "/scores?sort=-total&parent=nation-branch-" + (1 + n % BRANCHES));
        measure("a text", n -> "/scores?q=unit-" + n);
        measure("for comparison, one unit alone", n -> "/rollups?parent=nation-unit-" + (1 + n));
        measure("roll-ups of all branches", n -> "/rollups?limit=77&sort=" + (n % 2 == 0 ? "-total" : "agency"));
    }

    /** A file is read from the database as fast as it is taken, so whoever stops taking it must give the connection back. */
    @Test
    void who_leaves_in_the_middle_of_a_file_takes_no_connection_along() throws IOException {
        var stage = Stage.get();
        var port = stage.service().getEnvironment().getProperty("local.server.port", Integer.class);
        for (int n = 0; n < 30; n++)
            try (var socket = new Socket("localhost", port)) {
                socket.setReceiveBufferSize(2048);
                var request =
                        "GET /api/v1/rounds/nation/scores.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + stage.token("auditor") + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(1000))
                        .asString(StandardCharsets.UTF_8)
                        .contains(" 200 ");
            }
        assertThat(crowd.list("/scores.csv").raw().body().lines()).hasSize(1 + UNITS);
    }

    private static void measure(String what, IntFunction<String> query) {
        // One token for all: to sign it is no part of what is measured.
        var bearer = "Bearer " + Stage.get().token("auditor");
        for (int n = 0; n < WARMING; n++) ask(query.apply(n), bearer);
        var nanos = new long[MEASURED];
        for (int n = 0; n < MEASURED; n++) {
            long begun = System.nanoTime();
            assertThat(ask(query.apply(n), bearer).status()).isEqualTo(200);
            nanos[n] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        LOG.info(
                "{} units, {}: median {} ms, p99 {} ms, worst {} ms",
                UNITS,
                what,
                millis(nanos[MEASURED / 2]),
                millis(nanos[MEASURED * 99 / 100]),
                millis(nanos[MEASURED - 1]));
    }

    private static Stage.Answer ask(String query, String bearer) {
        return Stage.get().get("/rounds/nation" + query, "Authorization", bearer);
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }
}
