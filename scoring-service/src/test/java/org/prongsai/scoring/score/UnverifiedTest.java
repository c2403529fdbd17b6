package org.prongsai.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.methodology.score.PartScore;
import org.prongsai.methodology.score.Remark;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Grounds.Counted;

class UnverifiedTest {
    private static final Edition EDITION = Sample.edition();
    private static final Map<String, Integer> MARKS = Map.of("o1", 100, "o2", 0, "o3", 100);

    private static Counted counted(String part, int good, int bad) {
        var tally = Tally.empty(Objects.requireNonNull(EDITION.forms().get("eit")))
                .plusAll(Collections.nCopies(good, GOOD))
                .plusAll(Collections.nCopies(bad, BAD));
        return new Counted("eit", part, tally);
    }

    private static Score score(List<Counted> tallies, Map<String, Integer> marks) {
        var grounds = new Grounds(
                new Unit("r", "a"),
                Sample.round("r", Sample.REF, "root", Sample.FUTURE),
                EDITION,
                new Candidate(List.of("root", "a"), "province", null, null),
                Map.of("iit", 40, "eit", 400),
                tallies,
                marks);
        return Objects.requireNonNull(Standing.of(grounds, Sample.PAST).score());
    }

    @Test
    void unverified_answers_are_counted_beside_the_parts_and_change_nothing_else() {
        for (int verified : new int[] {0, 4, 9, 30}) {
            var without = score(List.of(counted("1", verified, 1)), MARKS);
            var with = score(List.of(counted("1", verified, 1), counted("1-unverified", 0, 900)), MARKS);
            var eit = with.instruments().get(1);
            assertThat(eit.parts().getLast()).isEqualTo(new PartScore("1-unverified", 900, null, false));
            assertThat(eit.parts())
                    .hasSize(3)
                    .startsWith(without.instruments().get(1).parts().toArray(PartScore[]::new));
            assertThat(eit.responses()).isEqualTo(verified + 1L);
            assertThat(eit.adequacy()).isEqualTo(without.instruments().get(1).adequacy());
            assertThat(eit.score()).isEqualTo(without.instruments().get(1).score());
            assertThat(with.indicators()).isEqualTo(without.indicators());
            assertThat(with.total()).isEqualTo(without.total());
            assertThat(with.remarks())
                    .hasSize(without.remarks().size() + 1)
                    .contains(new Remark("eit", "1-unverified", "unverified", null, 900L));
            assertThat(ScoreText.read(ScoreText.write(with))).isEqualTo(with);
        }
    }

    @Test
    void a_unit_with_unverified_answers_alone_has_no_data() {
        var score = score(List.of(counted("1-unverified", 50, 0)), Map.of());
        assertThat(score.adequacy()).isEqualTo(Adequacy.NO_DATA);
        assertThat(score.empty()).isTrue();
        assertThat(Change.of(null, score)).isEmpty();
        assertThat(score.instruments().get(1).parts())
                .extracting(PartScore::responses)
                .containsExactly(0L, 0L, 50L);
    }

    @Test
    void unverified_answers_to_another_framework_or_to_none_are_not_counted_either() {
        var edition = Edition.of(Sample.framework("small@2", "value: 100", "value: 99"));
        var tally = counted("1-unverified", 5, 0);
        var other = Counted.of(
                "eit", "1-unverified", edition.forms().get("eit"), tally.tally().toText());
        var staff = Counted.of(
                "iit", "1-unverified", tally.tally().form(), tally.tally().toText());
        assertThat(score(List.of(other, staff, counted("1-unverified", 0, 0)), Map.of()))
                .isEqualTo(score(List.of(), Map.of()));
    }
}
