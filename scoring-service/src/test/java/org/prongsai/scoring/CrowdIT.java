package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As many units as the country has: what a page costs is written down, what it must not cost is held to. */
class CrowdIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrowdIT.class);
    private static final int UNITS = 8_300;
    private static final int BRANCHES = 77;
    private static final int WARMING = 50;
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
        measure("roll-ups of all branches", n -> "/rollups?limit=77&sort=" + (n % 2 == 0 ? "-total" : "agency"));
    }

    private static void measure(String what, IntFunction<String> query) {
        for (int n = 0; n < WARMING; n++) crowd.list(query.apply(n));
        var nanos = new long[MEASURED];
        for (int n = 0; n < MEASURED; n++) {
            long begun = System.nanoTime();
            assertThat(crowd.list(query.apply(n)).status()).isEqualTo(200);
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

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }
}
