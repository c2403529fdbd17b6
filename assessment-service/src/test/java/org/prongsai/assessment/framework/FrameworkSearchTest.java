package org.prongsai.assessment.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.framework.FrameworkSearch.Order;
import org.prongsai.assessment.framework.FrameworkSearch.Place;
import org.prongsai.web.Fault;
import org.prongsai.web.Refusal;

class FrameworkSearchTest {

    @Test
    void blankIsNoFilter() {
        assertThat(FrameworkSearch.of(" ", "", "name")).isEqualTo(new FrameworkSearch(null, null, Order.NAME, false));
        assertThat(FrameworkSearch.of("2567", " ITA ", "-fiscalYear"))
                .isEqualTo(new FrameworkSearch(2567, "ITA", Order.FISCAL_YEAR, true));
    }

    @Test
    void everyUnknownValueIsNamed() {
        var refusal = catchThrowableOfType(Refusal.class, () -> FrameworkSearch.of("2024", null, "--name"));
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().faults())
                .containsExactly(
                        new Fault("?fiscalYear", "christian-year", "the Buddhist year, 2567", "2024"),
                        new Fault(
                                "?sort",
                                "unknown-order",
                                List.of("name", "-name", "fiscalYear", "-fiscalYear"),
                                "--name"));
        for (var wrong : List.of("67", "2539", "2701", "1996", "๒๕๖๗", "25670"))
            assertThat(catchThrowableOfType(Refusal.class, () -> FrameworkSearch.of(wrong, null, "name"))
                            .problem()
                            .faults())
                    .extracting(Fault::reason)
                    .containsExactly("bad-fiscal-year");
    }

    @Test
    void onlyAPlaceIsRead() {
        assertThat(Place.of(List.of("2567", "ita@3"))).contains(new Place(2567, new FrameworkRef("ita", 3)));
        for (var wrong : List.of(List.of("2567"), List.of("x", "ita@3"), List.of("2567", "ita"), List.<String>of()))
            assertThat(Place.of(wrong)).isEmpty();
    }
}
