package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.population.Population;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.survey.Standard;
import org.prongsai.assessment.turnout.Turnout.Measured;
import org.prongsai.assessment.turnout.Turnout.MeasuredPart;

/** What is shown of a unit in which 20 had answered part 1 in the morning, and by now 50 have, and 7 part 2. */
class MeasureTest {

    private static final Instant NOW = Instant.parse("2027-01-12T04:00:00.5Z");
    private static final Instant SIX = Instant.parse("2027-01-11T23:00:00.5Z");
    private static final Onlooker AUTHORITY = new Onlooker(true, List.of());
    private static final Onlooker UNIT = new Onlooker(false, List.of("imm-nan"));

    private final Map<Place, Counts.Count> places = new HashMap<>(Map.of(
            place("imm-nan", "1"), new Counts.Count(50, 20),
            place("imm-nan", "2"), new Counts.Count(7, 0),
            place("imm-tak", "1"), new Counts.Count(900, 900)));

    private static Place place(String agency, String part) {
        return new Place("round-a", agency, "eit", part);
    }

    private static Map<String, Population> external(int people) {
        return Map.of("imm-nan", new Population(40, 0, people));
    }

    private Turnout seen(Onlooker onlooker, Instant taken, Map<String, Population> people) {
        var standard = new Standard(new Round(Given.state(), 1), Given.FRAMEWORK);
        var counts = new Counts(NOW, taken, places);
        return new Measure(standard, people, counts, onlooker).of("imm-nan");
    }

    private static Measured eit(Turnout turnout) {
        return turnout.instruments().getLast();
    }

    @Test
    void the_authority_sees_it_as_it_is() {
        var turnout = seen(AUTHORITY, SIX, external(560));
        assertThat(turnout.exact()).isTrue();
        assertThat(turnout.asOf()).hasToString("2027-01-12T11:00+07:00");
        assertThat(eit(turnout))
                .isEqualTo(new Measured(
                        "eit", 560, 56, true, 57, List.of(new MeasuredPart("1", 50), new MeasuredPart("2", 7))));
    }

    @Test
    void others_see_the_morning_and_at_once_that_the_minimum_is_reached() {
        var turnout = seen(UNIT, SIX, external(560));
        assertThat(turnout.exact()).isFalse();
        assertThat(turnout.asOf()).hasToString("2027-01-12T06:00+07:00");
        assertThat(eit(turnout))
                .isEqualTo(new Measured(
                        "eit", 560, 56, true, 20, List.of(new MeasuredPart("1", 20), new MeasuredPart("2", 0))));
    }

    @Test
    void before_the_first_morning_others_see_no_number_and_not_0() {
        var turnout = seen(UNIT, null, external(580));
        assertThat(turnout.asOf()).isNull();
        assertThat(eit(turnout))
                .isEqualTo(new Measured(
                        "eit",
                        580,
                        58,
                        false,
                        null,
                        List.of(new MeasuredPart("1", null), new MeasuredPart("2", null))));
        assertThat(eit(turnout).share()).isNull();
        assertThat(eit(seen(AUTHORITY, null, Map.of())).responses()).isEqualTo(57);
    }

    @Test
    void every_survey_and_part_is_listed_and_nothing_that_is_marked() {
        var turnout = seen(AUTHORITY, SIX, Map.of());
        assertThat(turnout.instruments()).extracting(Measured::code).containsExactly("iit", "eit");
        assertThat(turnout.instruments().getFirst().parts()).containsExactly(new MeasuredPart("1", 0));
    }

    @Test
    void where_nobody_counted_the_people_the_minimum_is_the_floor() {
        var nobody = eit(seen(AUTHORITY, SIX, Map.of()));
        assertThat(nobody.population()).isNull();
        assertThat(nobody.minimum()).isEqualTo(Given.FRAMEWORK.sampleRule().floor());
        var small = eit(seen(AUTHORITY, SIX, external(57)));
        assertThat(small.minimumReached()).isTrue();
    }

    @Test
    void a_share_is_1_only_where_the_minimum_is_reached() {
        assertThat(share(399, 400)).isEqualByComparingTo("0.9975");
        assertThat(share(29_999, 30_000)).isEqualByComparingTo("0.9999");
        assertThat(share(30, 30)).isEqualTo(new BigDecimal("1.0000"));
        assertThat(share(75, 30)).isEqualByComparingTo("2.5");
        assertThat(share(3, 0)).isNull();
    }

    private static BigDecimal share(int responses, int minimum) {
        return new Measured("eit", null, minimum, false, responses, List.of()).share();
    }
}
