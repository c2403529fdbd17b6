package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.assessment.Given.CLOSES;
import static org.prongsai.assessment.Given.OPENS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.round.Round;
import org.prongsai.contracts.assessment.RoundState.StepOverride;

class OverdueTest {

    private static final SurveyKey STAFF = new SurveyKey("round-a", "iit");
    private static final SurveyKey PUBLIC = new SurveyKey("round-a", "eit");
    private static final Map<String, List<String>> PATHS = Map.of(
            "imm-chiangmai", List.of("immigration-bureau", "imm-division-5", "imm-chiangmai"),
            "imm-tak", List.of("immigration-bureau", "imm-division-5", "imm-tak"),
            "imm-phuket", List.of("immigration-bureau", "imm-division-6", "imm-phuket"));

    @Test
    void a_survey_is_looked_at_from_the_first_end_of_any_of_its_windows() {
        var early = override("imm-tak", CLOSES.minusSeconds(60));
        assertThat(overdue(CLOSES.minusSeconds(61), early).surveys(List.of(STAFF, PUBLIC)))
                .isEmpty();
        assertThat(overdue(CLOSES.minusSeconds(60), early).surveys(List.of(STAFF, PUBLIC)))
                .containsExactly(PUBLIC);
        assertThat(overdue(CLOSES).surveys(List.of(STAFF, PUBLIC))).containsExactly(STAFF, PUBLIC);
    }

    @Test
    void of_an_unknown_round_or_instrument_nothing_is_over() {
        var strange = List.of(new SurveyKey("round-b", "eit"), new SurveyKey("round-a", "xit"));
        assertThat(overdue(CLOSES).surveys(strange)).isEmpty();
        var pools = strange.stream()
                .map(key -> pool(key.round(), "imm-tak", key.instrument()))
                .toList();
        assertThat(overdue(CLOSES).pools(pools, PATHS)).isEmpty();
    }

    @Test
    void the_nearest_window_decides_for_each_pool() {
        var open = List.of(
                pool("round-a", "imm-chiangmai", "eit"),
                pool("round-a", "imm-tak", "eit"),
                pool("round-a", "imm-phuket", "eit"),
                pool("round-a", "imm-unknown", "eit"));
        var later = override("imm-division-5", CLOSES.plusSeconds(60));
        var early = override("imm-tak", CLOSES.minusSeconds(60));
        assertThat(overdue(CLOSES.minusSeconds(1), later, early).pools(open, PATHS))
                .extracting(pool -> pool.place().agency())
                .containsExactly("imm-tak");
        assertThat(overdue(CLOSES, later, early).pools(open, PATHS))
                .extracting(pool -> pool.place().agency())
                .containsExactly("imm-tak", "imm-phuket");
    }

    @Test
    void with_thousands_of_exceptions_thousands_of_pools_are_judged_each_by_its_own() {
        var exceptions = IntStream.range(0, 2000)
                .mapToObj(n -> override("imm-" + n, n % 2 == 0 ? CLOSES.minusSeconds(60) : CLOSES.plusSeconds(60)))
                .toArray(StepOverride[]::new);
        var paths = IntStream.range(0, 8000)
                .boxed()
                .collect(Collectors.toMap(n -> "imm-" + n, n -> List.of("immigration-bureau", "imm-" + n)));
        var open = paths.keySet().stream()
                .map(agency -> pool("round-a", agency, "eit"))
                .toList();
        assertThat(overdue(CLOSES.minusSeconds(1), exceptions).pools(open, paths))
                .hasSize(1000);
        assertThat(overdue(CLOSES, exceptions).pools(open, paths)).hasSize(7000);
    }

    private static Overdue overdue(Instant now, StepOverride... overrides) {
        return new Overdue(Map.of("round-a", new Round(Given.state(overrides), 1)), now);
    }

    private static StepOverride override(String agency, Instant to) {
        return new StepOverride(agency, "eit", OPENS, to, "");
    }

    private static Pool pool(String round, String agency, String instrument) {
        return new Pool(1, new Place(round, agency, instrument, "1"), "ita-immigration-2567@1", 5);
    }
}
