package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.agency.UnitReader.Unit;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.population.Population;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.survey.Standard;
import org.prongsai.assessment.turnout.TurnoutSearch.Asked;
import org.prongsai.assessment.turnout.TurnoutSearch.Stretch;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.web.Refusal;

/** Four units: a and b have 10 of 30 answers to the EIT, c has 40, and nobody is to be asked in d. */
class TurnoutSearchTest {

    private static final Standard STANDARD = new Standard(new Round(Given.state(), 1), Given.FRAMEWORK);
    private static final Onlooker AUTHORITY = new Onlooker(true, List.of("imm-nan"));

    private final List<Unit> units = new ArrayList<>(List.of(unit("a"), unit("b"), unit("c"), unit("d")));
    private final Measure measure = new Measure(
            STANDARD,
            Map.of("d", new Population(0, 0, 0)),
            new Counts(Instant.EPOCH, null, counted(Map.of("a", 10, "b", 10, "c", 40))),
            AUTHORITY);

    private static Unit unit(String agency) {
        return new Unit(new Candidate(List.of("bureau", agency), "province", null, null), Map.of("en", agency));
    }

    private static Map<Place, Counts.Count> counted(Map<String, Integer> answers) {
        var places = new HashMap<Place, Counts.Count>();
        answers.forEach(
                (agency, now) -> places.put(new Place("round-a", agency, "eit", "2"), new Counts.Count(now, 0)));
        return places;
    }

    private static TurnoutSearch search(String instrument, Boolean reached, String sort) {
        return TurnoutSearch.of(new Asked(null, null, instrument, reached, sort), STANDARD, true);
    }

    private List<String> slugs(TurnoutSearch search) {
        Collections.shuffle(units, new Random(1));
        return search.rows(units, measure, Stretch.WHOLE).stream()
                .map(TurnoutRow::agency)
                .toList();
    }

    @Test
    void units_are_sorted_by_name_or_the_worst_first() {
        assertThat(slugs(search(null, null, "agency"))).containsExactly("a", "b", "c", "d");
        assertThat(slugs(search(null, null, "-agency"))).containsExactly("d", "c", "b", "a");
        assertThat(slugs(search(null, null, "eit"))).containsExactly("a", "b", "c", "d");
        assertThat(slugs(search(null, null, "-eit"))).containsExactly("c", "a", "b", "d");
        assertThat(slugs(search(null, null, "-iit"))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void units_are_chosen_by_the_instruments_that_are_shown() {
        assertThat(slugs(search("eit", true, "agency"))).containsExactly("c", "d");
        assertThat(slugs(search("eit", false, "agency"))).containsExactly("a", "b");
        assertThat(slugs(search(null, true, "agency"))).containsExactly("d");
        assertThat(slugs(search("iit", false, "agency"))).containsExactly("a", "b", "c");
        assertThat(search(" ", null, "iit").instruments())
                .extracting(Instrument::code)
                .containsExactly("iit", "eit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency", "-agency", "eit", "-eit", "iit", "-iit"})
    void stretch_by_stretch_every_unit_comes_once(String sort) {
        var search = search(null, null, sort);
        var seen = new ArrayList<String>();
        var after = Optional.<Order.Key>empty();
        for (int n = 0; n < units.size(); n++) {
            var stretch = new Stretch(after, 1);
            var row = search.rows(search.measured(units, stretch), measure, stretch)
                    .getFirst();
            assertThat(Order.writes(search.place(row))).isTrue();
            after = Optional.of(Order.read(search.place(row)));
            seen.add(row.agency());
        }
        assertThat(seen).isEqualTo(slugs(search));
        assertThat(search.rows(units, measure, new Stretch(after, 1))).isEmpty();
    }

    @Test
    void only_where_names_say_who_is_shown_the_others_need_not_be_counted() {
        var stretch = new Stretch(Optional.of(new Order.Key(null, "a")), 2);
        assertThat(search(null, null, "agency").measured(units, stretch))
                .extracting(Unit::agency)
                .containsExactly("b", "c");
        assertThat(search(null, null, "eit").measured(units, stretch)).hasSize(4);
        assertThat(search(null, true, "agency").measured(units, stretch)).hasSize(4);
    }

    @Test
    void nobody_but_the_authority_looks_beyond_their_subtrees() {
        var search = TurnoutSearch.of(new Asked(" imm-north ", " nan ", null, null, "agency"), STANDARD, true);
        var wanted = search.wanted(new Onlooker(false, List.of("imm-nan", "imm-tak")));
        assertThat(wanted.within()).containsExactly("immigration-bureau", "imm-north");
        assertThat(wanted.reach()).containsExactly("imm-nan", "imm-tak");
        assertThat(wanted.types()).containsExactly("province", "checkpoint");
        assertThat(wanted.q()).isEqualTo("nan");
        assertThat(search.wanted(AUTHORITY).reach()).isNull();
        assertThat(search.wanted(new Onlooker(false, List.of())).reach()).isEmpty();
    }

    @Test
    void everything_wrong_is_named_with_what_would_be_right() {
        var asked = new Asked("atlantis", null, "oit", null, "size");
        var refusal = catchThrowableOfType(Refusal.class, () -> TurnoutSearch.of(asked, STANDARD, false));
        assertThat(refusal.problem().faults())
                .extracting(
                        fault -> fault.pointer() + " " + fault.reason() + " " + fault.expected() + " " + fault.actual())
                .containsExactly(
                        "?parent unknown-agency null atlantis",
                        "?instrument unknown-instrument [iit, eit] oit",
                        "?sort unknown-order [agency, -agency, iit, -iit, eit, -eit] size");
    }

    @Test
    void one_cannot_sort_by_what_is_not_shown() {
        var asked = new Asked(null, null, "iit", null, "eit");
        var refusal = catchThrowableOfType(Refusal.class, () -> TurnoutSearch.of(asked, STANDARD, true));
        assertThat(refusal.problem().faults().getFirst().expected())
                .isEqualTo(List.of("agency", "-agency", "iit", "-iit"));
    }

    @Test
    void a_forged_place_is_none() {
        assertThat(Order.writes(List.of("0.5", "a"))).isFalse();
        assertThat(Order.writes(List.of("1e999999999", "a"))).isFalse();
        assertThat(Order.writes(List.of("0.5000"))).isFalse();
        assertThat(Order.writes(List.of("0.5000", "a"))).isTrue();
        assertThat(Order.writes(List.of("", "a"))).isTrue();
    }
}
