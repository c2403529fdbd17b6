package org.prongsai.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.BAD_STAFF;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.PAST;
import static org.prongsai.scoring.Sample.REF;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.methodology.score.InstrumentScore;
import org.prongsai.methodology.score.Spread;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Grounds.Counted;

class StandingTest {
    private static final Edition EDITION = Sample.edition();
    private static final Unit UNIT = new Unit("r", "a");
    private static final Map<String, Integer> MARKS = Map.of("o1", 100, "o2", 0, "o3", 100);

    private static Counted counted(String instrument, int good, int bad) {
        boolean staff = instrument.equals("iit");
        var tally = Tally.empty(Objects.requireNonNull(EDITION.forms().get(instrument)))
                .plusAll(Collections.nCopies(good, staff ? GOOD_STAFF : GOOD))
                .plusAll(Collections.nCopies(bad, staff ? BAD_STAFF : BAD));
        return new Counted(instrument, "1", tally);
    }

    private static Grounds grounds(List<Counted> tallies, Map<String, Integer> marks) {
        return grounds(Sample.round("r", REF, "root", Sample.FUTURE), tallies, marks);
    }

    private static Grounds grounds(RoundState round, List<Counted> tallies, Map<String, Integer> marks) {
        var agency = new Candidate(List.of("root", "a"), "province", null, null);
        return new Grounds(UNIT, round, EDITION, agency, Map.of("iit", 40, "eit", 400), tallies, marks);
    }

    private static Score score(List<Counted> tallies, Map<String, Integer> marks) {
        return Objects.requireNonNull(Standing.of(grounds(tallies, marks), PAST).score());
    }

    @Test
    void a_unit_with_everything_has_a_total_a_level_and_no_secrets() {
        var score = score(List.of(counted("iit", 30, 10), counted("eit", 45, 15)), MARKS);
        assertThat(score.total().score()).isEqualTo("75.00");
        assertThat(score.total().standardError()).isNotNull();
        assertThat(score.level().code()).isEqualTo("must-improve");
        assertThat(score.adequacy()).isEqualTo(Adequacy.SUFFICIENT);
        assertThat(score.indicators()).hasSize(5).allSatisfy(each -> {
            assertThat(each.score()).isNotNull();
            assertThat(each.hidden()).isNull();
        });
        assertThat(score.instruments()).extracting(InstrumentScore::minimum).containsExactly(30, 40, null);
    }

    @Test
    void a_unit_without_any_data_still_lists_everything() {
        var score = score(List.of(), Map.of());
        assertThat(score.adequacy()).isEqualTo(Adequacy.NO_DATA);
        assertThat(score.total()).isNull();
        assertThat(score.level()).isNull();
        assertThat(score.instruments())
                .extracting(InstrumentScore::score)
                .containsOnlyNulls()
                .hasSize(3);
        assertThat(score.indicators())
                .extracting(ShownIndicator::score)
                .containsOnlyNulls()
                .hasSize(5);
    }

    @Test
    void five_to_nine_answers_show_the_instrument_and_nothing_behind_it() {
        var score = score(List.of(counted("iit", 30, 10), counted("eit", 7, 2)), MARKS);
        var eit = score.instruments().get(1);
        assertThat(eit.score()).isEqualTo("77.78");
        assertThat(eit.standardError()).isNull();
        assertThat(eit.interval()).isNull();
        assertThat(score.total().score()).isNotNull();
        assertThat(score.total().standardError()).isNull();
        assertThat(score.indicators())
                .filteredOn(each -> each.instrument().equals("eit"))
                .allSatisfy(each -> assertThat(each.hidden()).isEqualTo("small-group"))
                .extracting(ShownIndicator::score)
                .containsOnlyNulls();
        assertThat(score.indicators().getFirst().score()).isNotNull();
        assertThat(score.instruments().stream()
                        .filter(each -> each.code().equals("eit"))
                        .flatMap(each -> each.parts().stream()))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.score()).isNull());
    }

    @Test
    void five_to_nine_answers_do_not_tell_what_nobody_gave_a_value() {
        var tally = Tally.empty(Objects.requireNonNull(EDITION.forms().get("eit")))
                .plusAll(Collections.nCopies(7, Map.of("e1", "na", "e2", "1")));
        var score = score(List.of(counted("iit", 30, 10), new Counted("eit", "1", tally)), MARKS);
        assertThat(score.indicators())
                .filteredOn(each -> each.instrument().equals("eit"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.hidden()).isEqualTo("small-group"));
        assertThat(score.hiddenIndicators()).isEqualTo("6 7");
    }

    @Test
    void whether_five_to_nine_people_answered_alike_is_told_nowhere() {
        var alike = score(List.of(counted("iit", 30, 10), counted("eit", 6, 0)), MARKS);
        var unlike = score(List.of(counted("iit", 30, 10), counted("eit", 5, 1)), MARKS);
        assertThat(alike.instruments().get(1).score()).isEqualTo("100.00");
        for (var score : List.of(alike, unlike)) {
            assertThat(score.instruments().get(1).spread()).isEqualTo(Spread.HIDDEN);
            assertThat(score.instruments().get(1).standardError()).isNull();
            assertThat(score.total().spread()).isEqualTo(Spread.HIDDEN);
            assertThat(score.total().interval()).isNull();
            assertThat(score.instruments().getFirst().spread()).isEqualTo(Spread.CENSUS);
            assertThat(ScoreText.write(score)).doesNotContain("\"none\"");
        }
    }

    @Test
    void ten_who_answer_alike_are_said_to_have_no_spread() {
        var score = score(List.of(counted("iit", 30, 10), counted("eit", 10, 0)), MARKS);
        assertThat(score.instruments().get(1).spread()).isEqualTo(Spread.NONE);
    }

    @Test
    void fewer_than_k_answers_count_as_none() {
        var score = score(List.of(counted("eit", 4, 0)), MARKS);
        assertThat(score.instruments().get(1).score()).isNull();
        assertThat(score.instruments().get(1).responses()).isEqualTo(4);
        assertThat(score.total()).isNull();
        assertThat(score(List.of(counted("eit", 10, 0)), MARKS)
                        .indicators()
                        .get(2)
                        .score())
                .isEqualTo("100.00");
    }

    @Test
    void answers_to_another_framework_than_the_rounds_say_nothing() {
        var edition = Edition.of(Sample.framework("small@2", "value: 100", "value: 99"));
        var body = counted("eit", 20, 0).tally().toText();
        var other = Counted.of("eit", "1", edition.forms().get("eit"), body);
        assertThat(score(List.of(other), Map.of()).adequacy()).isEqualTo(Adequacy.NO_DATA);
        var unheard = Counted.of("eit", "1", null, body);
        assertThat(score(List.of(unheard), Map.of()).adequacy()).isEqualTo(Adequacy.NO_DATA);
    }

    @Test
    void answers_to_a_version_with_other_words_count() {
        var edition = Edition.of(Sample.framework("small@2", "en: \"Item\"", "en: \"Question\""));
        var body = counted("eit", 20, 0).tally().toText();
        var earlier = Counted.of("eit", "1", edition.forms().get("eit"), body);
        assertThat(score(List.of(earlier), Map.of()).instruments().get(1).score())
                .isEqualTo("100.00");
    }

    @Test
    void a_rehearsal_and_who_is_assessed_together_are_said() {
        var plain = Sample.round("r", REF, "root", Sample.FUTURE);
        var rehearsal = new RoundState(
                plain.round(),
                plain.title(),
                plain.framework(),
                plain.participants(),
                plain.k(),
                plain.release(),
                plain.synthetic(),
                plain.windows(),
                plain.overrides(),
                true,
                List.of(new RoundState.Joint("a", List.of("b"), "four people")),
                List.of());
        var score = Objects.requireNonNull(
                Standing.of(grounds(rehearsal, List.of(), Map.of()), PAST).score());
        assertThat(score.rehearsal()).isTrue();
        assertThat(score.joint()).containsExactly("b");
        assertThat(ScoreText.write(score)).contains("\"rehearsal\":true", "\"joint\":[\"b\"]");
        assertThat(score(List.of(), Map.of()).rehearsal()).isFalse();
        assertThat(score(List.of(), Map.of()).joint()).isEmpty();
    }

    @Test
    void a_unit_assessed_with_another_has_no_score_of_its_own() {
        var joined = Sample.round("r", REF, "root", Sample.FUTURE)
                .withJoint(List.of(new RoundState.Joint("b", List.of("a"), "four people")));
        assertThat(Standing.of(grounds(joined, List.of(counted("eit", 20, 0)), MARKS), PAST))
                .isEqualTo(new Standing(UNIT, false, null, null, null));
    }

    @Test
    void who_did_not_exist_on_the_first_day_has_no_score() {
        var round = Sample.round("r", REF, "root", Sample.FUTURE);
        var firstDay = round.firstDay().orElseThrow();
        assertThat(participates(null, firstDay.minusDays(1))).isFalse();
        assertThat(participates(firstDay.plusDays(1), null)).isFalse();
        assertThat(participates(firstDay, firstDay)).isTrue();
        assertThat(participates(null, firstDay.plusDays(30))).isTrue();
    }

    private static boolean participates(LocalDate from, LocalDate to) {
        var known = grounds(List.of(), Map.of());
        var unit = new Candidate(List.of("root", "a"), "province", from, to);
        return Standing.of(new Grounds(UNIT, known.round(), EDITION, unit, Map.of(), List.of(), Map.of()), PAST)
                .participates();
    }

    @Test
    void what_a_unit_in_its_first_year_does_not_have_yet_is_null_and_never_0() {
        var score = score(List.of(counted("eit", 30, 10)), Map.of());
        assertThat(ScoreText.write(score))
                .contains("\"total\":null", "\"level\":null", "\"code\":\"iit\",\"weight\":0.3,\"score\":null")
                .doesNotContain("\"score\":0");
        assertThat(Change.of(null, score)).isPresent();
    }

    @Test
    void nobody_takes_part_before_round_agency_and_type_say_so() {
        var known = grounds(List.of(), Map.of());
        var noRound = new Grounds(UNIT, null, null, known.agency(), Map.of(), List.of(), Map.of());
        var noFramework = new Grounds(UNIT, known.round(), null, known.agency(), Map.of(), List.of(), Map.of());
        var bureau = new Grounds(
                UNIT,
                known.round(),
                EDITION,
                new Candidate(List.of("root", "a"), "bureau", null, null),
                Map.of(),
                List.of(),
                Map.of());
        assertThat(Standing.of(noRound, PAST)).isEqualTo(new Standing(UNIT, false, null, null, null));
        assertThat(Standing.of(noFramework, PAST)).isEqualTo(new Standing(UNIT, true, null, null, null));
        assertThat(Standing.of(bureau, PAST).participates()).isFalse();
        assertThat(Standing.of(known, PAST).participates()).isTrue();
    }

    @Test
    void others_are_told_only_what_they_can_see() {
        var none = score(List.of(), Map.of());
        var some = score(List.of(counted("eit", 30, 10)), MARKS);
        var same = score(List.of(counted("eit", 60, 20)), MARKS);
        assertThat(Change.of(null, none)).isEmpty();
        assertThat(Change.of(none, some)).map(ScoreChanged::adequacy).contains("no-data");
        assertThat(Change.of(none, some).orElseThrow().instruments()).containsEntry("eit", new BigDecimal("75.00"));
        assertThat(some).isNotEqualTo(same);
        assertThat(Change.of(some, same)).isEmpty();
        assertThat(Change.of(some, none).orElseThrow().instruments().values()).containsOnlyNulls();
        assertThat(Change.of(some, null).orElseThrow().instruments().values()).containsOnlyNulls();
    }

    @Test
    void made_up_data_and_practice_are_told_with_the_score() {
        var told =
                Change.of(null, score(List.of(counted("eit", 30, 10)), MARKS)).orElseThrow();
        assertThat(told.synthetic()).isTrue();
        assertThat(told.rehearsal()).isFalse();
        var plain = Sample.round("r", REF, "root", Sample.FUTURE);
        var practice = new RoundState(
                plain.round(),
                plain.title(),
                plain.framework(),
                plain.participants(),
                plain.k(),
                plain.release(),
                false,
                plain.windows(),
                plain.overrides(),
                true,
                List.of(),
                List.of());
        var score = Standing.of(grounds(practice, List.of(counted("eit", 30, 10)), MARKS), PAST)
                .score();
        for (var each : List.of(
                Change.of(null, score).orElseThrow(), Change.of(score, null).orElseThrow())) {
            assertThat(each.synthetic()).isFalse();
            assertThat(each.rehearsal()).isTrue();
        }
    }

    @Test
    void a_score_reads_back_as_it_was_written() {
        var score = score(List.of(counted("iit", 30, 10), counted("eit", 7, 2)), Map.of("o1", 100));
        assertThat(ScoreText.read(ScoreText.write(score))).isEqualTo(score);
        assertThat(ScoreText.write(score)).contains("\"score\":77.78").contains("\"weight\":0.3");
    }
}
