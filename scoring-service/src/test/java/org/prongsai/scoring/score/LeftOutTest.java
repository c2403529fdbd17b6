package org.prongsai.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

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

class LeftOutTest {
    private static final Map<String, Integer> MARKS = Map.of("o1", 100, "o2", 0, "o3", 100);

    private static Counted counted(Edition edition, String instrument, Map<String, String> answers, int people) {
        var form = Objects.requireNonNull(edition.forms().get(instrument));
        var tally = Tally.empty(form).plusAll(Collections.nCopies(people, answers));
        return new Counted(instrument, "1", tally);
    }

    private static String reason(String rule, int staff, Map<String, String> users, Map<String, Integer> marks) {
        var edition = Edition.of(Sample.framework(Sample.REF, "score-with-flag", rule));
        var tallies = List.of(counted(edition, "iit", Sample.GOOD_STAFF, staff), counted(edition, "eit", users, 40));
        var grounds = new Grounds(
                new Unit("r", "a"),
                Sample.round("r", Sample.REF, "root", Sample.FUTURE),
                edition,
                new Candidate(List.of("root", "a"), "province", null, null),
                Map.of("iit", 40, "eit", 400),
                tallies,
                marks);
        return LeftOut.of(
                Objects.requireNonNull(Standing.of(grounds, Sample.PAST).score()));
    }

    @Test
    void a_unit_without_a_total_is_left_out_for_one_reason() {
        assertThat(reason("score-with-flag", 40, Sample.GOOD, MARKS)).isNull();
        assertThat(reason("score-with-flag", 40, Sample.GOOD, Map.of())).isEqualTo("no-data");
        assertThat(reason("score-with-flag", 0, Sample.GOOD, MARKS)).isEqualTo("no-data");
        assertThat(reason("score-with-flag", 4, Sample.GOOD, MARKS)).isEqualTo("small-group");
        assertThat(reason("no-score", 4, Sample.GOOD, MARKS)).isEqualTo("small-group");
        assertThat(reason("no-score", 20, Sample.GOOD, MARKS)).isEqualTo("insufficient");
        assertThat(reason("score-with-flag", 20, Sample.GOOD, MARKS)).isNull();
        assertThat(reason("score-with-flag", 40, Sample.GOOD, Map.of("o1", 100)))
                .isEqualTo("not-all-marked");
        assertThat(reason("score-with-flag", 40, Sample.UNKNOWING, MARKS)).isEqualTo("indicator-empty");
        assertThat(LeftOut.codes()).startsWith("no-data", "small-group", "insufficient");
    }
}
