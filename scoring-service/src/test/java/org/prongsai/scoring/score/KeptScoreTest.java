package org.prongsai.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.PAST;
import static org.prongsai.scoring.Sample.REF;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Grounds.Counted;

class KeptScoreTest {
    private static final Edition EDITION = Sample.edition();
    private static final Unit UNIT = new Unit("r", "a");

    private static Score score(int answers) {
        var form = Objects.requireNonNull(EDITION.forms().get("eit"));
        var tally = Tally.empty(form).plusAll(Collections.nCopies(answers, GOOD));
        var grounds = new Grounds(
                UNIT,
                Sample.round("r", REF, "root", Sample.FUTURE),
                EDITION,
                new Candidate(List.of("root", "a"), "province", null, null),
                Map.of("iit", 40, "eit", 400),
                List.of(new Counted("eit", "1", tally)),
                Map.of("o1", 100));
        return Objects.requireNonNull(Standing.of(grounds, PAST).score());
    }

    private static KeptScore kept(Score score, Instant due, Instant ended) {
        return new KeptScore(UNIT, true, ScoreText.write(score), Columns.of(score), due, ended);
    }

    @Test
    void while_a_newer_framework_was_not_heard_of_the_score_stands() {
        var score = score(40);
        var kept = kept(score, PAST, null);
        var unheard = new Standing(UNIT, true, null, null, null);
        assertThat(kept.next(unheard)).isEqualTo(new Standing(UNIT, true, score, null, null));
        var gone = new Standing(UNIT, false, null, null, null);
        assertThat(kept.next(gone)).isEqualTo(gone);
        var found = new Standing(UNIT, true, score(0), null, null);
        assertThat(kept.next(found)).isEqualTo(found);
        assertThat(new KeptScore(UNIT, false, null, Columns.of(null), null, null).next(unheard))
                .isEqualTo(unheard);
    }

    @Test
    void whatever_is_not_the_same_is_named() {
        var score = score(40);
        var standing = new Standing(UNIT, true, score, null, null);
        assertThat(kept(score, null, null).differences(standing)).isEmpty();
        assertThat(kept(score, null, null).differsFrom(standing)).isFalse();
        assertThat(kept(score, PAST, PAST).differences(standing)).containsExactly("due", "ended");
        assertThat(kept(score(50), null, null).differences(standing)).containsExactly("instruments");
        var text = Objects.requireNonNull(ScoreText.write(score));
        var columns = Columns.of(score);
        assertThat(new KeptScore(UNIT, true, text, Columns.of(null), null, null).differences(standing))
                .containsExactly("columns");
        assertThat(new KeptScore(UNIT, true, "nonsense", columns, null, null).differences(standing))
                .containsExactly("score");
        assertThat(new KeptScore(UNIT, true, null, columns, null, null).differences(standing))
                .containsExactly("score");
        assertThat(new KeptScore(UNIT, true, text.replace("live", "fine"), columns, null, null).differences(standing))
                .containsExactly("status");
        assertThat(new KeptScore(UNIT, false, text, columns, null, null).differences(standing))
                .containsExactly("participates");
        assertThat(List.of(
                        kept(score, PAST, null),
                        kept(score, null, PAST),
                        kept(score(50), null, null),
                        new KeptScore(UNIT, true, text, Columns.of(null), null, null),
                        new KeptScore(UNIT, false, text, columns, null, null)))
                .allMatch(each -> each.differsFrom(standing));
        assertThat(columns.instruments()).containsEntry("eit", new BigDecimal("100.00"));
    }

    @Test
    void it_is_judged_by_the_deadlines_it_was_written_under_if_they_passed_just_now() {
        var now = PAST.plus(Duration.ofMinutes(9));
        var score = score(40);
        assertThat(kept(score, null, null).judged(now)).isEqualTo(now);
        assertThat(kept(score, now.plusSeconds(1), null).judged(now)).isEqualTo(now);
        assertThat(kept(score, PAST, null).judged(now)).isBefore(PAST);
        assertThat(kept(score, null, PAST).judged(now)).isEqualTo(now);
        assertThat(kept(score, null, now.plusSeconds(5)).judged(now)).isEqualTo(now.plusSeconds(5));
        var later = PAST.plus(Duration.ofMinutes(10));
        assertThat(kept(score, PAST, null).judged(later)).isEqualTo(later);
        assertThat(kept(score, null, now.plusSeconds(600)).judged(now)).isEqualTo(now);
    }
}
