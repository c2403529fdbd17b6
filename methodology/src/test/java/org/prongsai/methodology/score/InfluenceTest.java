package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.tally.Tally;

/** The standard error from pair sums, held against leaving out one respondent after the other. */
class InfluenceTest {
    private static final Instrument IIT = Sample.instrument("iit");
    private static final Form FORM = Form.of(IIT);

    /** People differ from one another, so that answers of one person go together; about one answer in eight has no value. */
    private static List<Map<String, String>> people(int count, long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Map<String, String>>();
        for (int i = 0; i < count; i++) {
            double mood = random.nextDouble();
            var sheet = new HashMap<String, String>();
            for (var question : FORM.questions()) {
                var codes = question.optionCodes();
                int valued = codes.size() - 1;
                int best = (int) Math.min(valued - 1, valued * (0.6 * mood + 0.4 * random.nextDouble()));
                sheet.put(question.code(), random.nextInt(8) == 0 ? "na" : codes.get(best));
            }
            people.add(sheet);
        }
        return people;
    }

    /** The score in the plainest way, without anything that is tested here. */
    private static double score(List<Map<String, String>> people, int without) {
        double i1 = (mean(people, "i1.1", without) + mean(people, "i1.2", without)) / 2;
        double second = (mean(people, "i2", without) + mean(people, "i3", without)) / 2;
        return (i1 + second) / 2;
    }

    private static double mean(List<Map<String, String>> people, String question, int without) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < people.size(); i++) {
            var value = FORM.value(question, people.get(i).get(question));
            if (i == without || value == null) continue;
            sum += value;
            n++;
        }
        return sum / n;
    }

    private static double jackknife(List<Map<String, String>> people) {
        int n = people.size();
        var scores = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) mean += (scores[i] = score(people, i)) / n;
        double squares = 0;
        for (double each : scores) squares += (each - mean) * (each - mean);
        return Math.sqrt(squares * (n - 1) / n);
    }

    private static Uncertainty uncertainty(List<Map<String, String>> people, Integer population) {
        var measured = Measured.of(IIT, "1", Tally.empty(FORM).plusAll(people));
        return new Surveyed(IIT, List.of(measured), 1, population).outcome().uncertainty();
    }

    @ParameterizedTest
    @CsvSource({"75,1", "150,2", "300,3", "600,4", "1200,5"})
    void agreesWithTheJackknife(int count, long seed) {
        var people = people(count, seed);
        assertThat(Math.sqrt(uncertainty(people, null).variance()))
                .isCloseTo(jackknife(people), Percentage.withPercentage(1));
    }

    @Test
    void equalsTheJackknifeWhereNothingIsMissing() {
        var people = people(80, 6);
        people.forEach(sheet -> sheet.replaceAll((_, option) -> option.equals("na") ? "1" : option));
        assertThat(Math.sqrt(uncertainty(people, null).variance())).isCloseTo(jackknife(people), within(1e-9));
    }

    @Test
    void aPopulationMakesItSmaller() {
        var people = people(100, 7);
        double free = uncertainty(people, null).variance();
        assertThat(uncertainty(people, 400).variance()).isCloseTo(free * 0.75, within(1e-9));
        assertThat(uncertainty(people, 100).spread()).isEqualTo(Spread.CENSUS);
        assertThat(uncertainty(people, 60).variance()).isZero();
    }

    @Test
    void twoAnswersAreTheLeast() {
        assertThat(uncertainty(people(1, 8), null).spread()).isEqualTo(Spread.UNKNOWN);
        var alike = people(1, 9).getFirst();
        assertThat(uncertainty(List.of(alike, alike, alike), null).spread()).isEqualTo(Spread.NONE);
    }

    @Test
    void partsAddBySquaredWeights() {
        var eit = Sample.instrument("eit");
        var form = Form.of(eit);
        var one = half(form, 20, 10);
        var other = half(form, 40, 10);
        double first = alone(eit, one).variance();
        double second = alone(eit, other).variance();
        var both = new Surveyed(eit, List.of(Measured.of(eit, "1", one), Measured.of(eit, "2", other)), 5, null)
                .outcome()
                .uncertainty();
        assertThat(both.variance()).isCloseTo((first + second) / 4, within(1e-9));
    }

    private static Tally half(Form form, int good, int bad) {
        var tally = Tally.empty(form);
        for (int i = 0; i < good; i++) tally = tally.plus(Map.of("e1", "1", "e2", "1"));
        for (int i = 0; i < bad; i++) tally = tally.plus(Map.of("e1", "2", "e2", "2"));
        return tally;
    }

    private static Uncertainty alone(Instrument eit, Tally tally) {
        return new Surveyed(eit, List.of(Measured.of(eit, "1", tally)), 5, null)
                .outcome()
                .uncertainty();
    }

    @Test
    void intervalsStayWithinTheScale() {
        var estimate = Estimate.of(Ratio.of(99), new Uncertainty(Spread.SAMPLED, 4), 2);
        assertThat(estimate.standardError()).isEqualTo(new BigDecimal("2.00"));
        assertThat(estimate.interval()).containsExactly(new BigDecimal("95.08"), new BigDecimal("100.00"));
        assertThat(Estimate.of(Ratio.of(1), new Uncertainty(Spread.SAMPLED, 4), 2)
                        .interval()
                        .getFirst())
                .isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void theTotalAddsBySquaredWeights() {
        var all = List.of(
                new Uncertainty(Spread.SAMPLED, 1).weighted(0.3),
                new Uncertainty(Spread.NONE, 0).weighted(0.3),
                Uncertainty.EXACT.weighted(0.4));
        assertThat(Uncertainty.sum(all)).isEqualTo(new Uncertainty(Spread.SAMPLED, 0.09));
        assertThat(Uncertainty.sum(List.of(Uncertainty.EXACT, Uncertainty.UNKNOWN)))
                .isEqualTo(Uncertainty.UNKNOWN);
    }

    /** "Everybody answered" is said only where everybody did. */
    @Test
    void ofSeveralTheLeastCertainSpeaks() {
        var census = new Uncertainty(Spread.CENSUS, 0);
        var none = new Uncertainty(Spread.NONE, 0);
        assertThat(Uncertainty.sum(List.of(census, none)).spread()).isEqualTo(Spread.NONE);
        assertThat(Uncertainty.sum(List.of(census, Uncertainty.EXACT)).spread()).isEqualTo(Spread.CENSUS);
        assertThat(Uncertainty.sum(List.of(Uncertainty.RULED, Uncertainty.EXACT))
                        .spread())
                .isEqualTo(Spread.RULED);
        assertThat(Uncertainty.sum(List.of(census, new Uncertainty(Spread.SAMPLED, 2))))
                .isEqualTo(new Uncertainty(Spread.SAMPLED, 2));
    }

    @Test
    void whatCancelsIsNoSpread() {
        var people = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 40; i++)
            people.add(Map.of("i1.1", "1", "i1.2", "1", "i2", i % 2 == 0 ? "1" : "2", "i3", i % 2 == 0 ? "2" : "1"));
        assertThat(uncertainty(people, null).spread()).isEqualTo(Spread.NONE);
    }
}
