package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.methodology.tally.Tally;

class TwoReadersIT {
    private static final int UNITS = 12;
    private static final int RELEASES = 40;
    private static final String ROUND = "two-readers";

    private final Stage stage = Stage.get();
    private final Setting setting = Setting.of(ROUND);

    @Test
    void a_second_instance_that_comes_and_goes_changes_nothing() {
        setting.framework().units(UNITS).opened();
        releases(0, 10);
        try (var _ = stage.another()) {
            releases(10, 30);
            await().until(() -> counted() > 10L * UNITS);
            releases(30, 35);
        }
        releases(35, RELEASES);
        await().atMost(Duration.ofSeconds(30)).until(() -> counted() == (long) RELEASES * UNITS * 6);
        assertThat(digest(this::kept)).isEqualTo(digest(_ -> expected()));
        assertThat(stage.one("select count(*) from parked where key like $1", Long.class, ROUND + "-%"))
                .isZero();
    }

    private void releases(int from, int to) {
        for (int i = from; i < to; i++)
            for (int n = 1; n <= UNITS; n++) {
                var added = new ArrayList<>(times(4, GOOD));
                added.addAll(times(2, BAD));
                stage.tell(release(ROUND, setting.unit(n), "eit", added, List.of()));
            }
        stage.flush();
    }

    private long counted() {
        return stage.one("select coalesce(sum(responses), 0)::bigint from tally where round = $1", Long.class, ROUND);
    }

    private Tally expected() {
        return Tally.empty(Sample.edition().forms().get("eit"))
                .plusAll(Collections.nCopies(RELEASES * 4, GOOD))
                .plusAll(Collections.nCopies(RELEASES * 2, BAD));
    }

    private Tally kept(String unit) {
        var body = stage.one("select body from tally where round = $1 and agency = $2", String.class, ROUND, unit);
        return Tally.parse(Objects.requireNonNull(Sample.edition().forms().get("eit")), body);
    }

    private String digest(java.util.function.Function<String, Tally> tally) {
        var lines = new ArrayList<String>();
        for (int n = 1; n <= UNITS; n++)
            lines.addAll(new CountLines(setting.unit(n), "eit", "1").of(tally.apply(setting.unit(n))));
        return Digest.of(lines);
    }
}
