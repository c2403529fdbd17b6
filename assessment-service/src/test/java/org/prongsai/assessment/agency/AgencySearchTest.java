package org.prongsai.assessment.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.web.Fault;
import org.prongsai.web.Refusal;

class AgencySearchTest {

    @Test
    void blankIsNoFilter() {
        assertThat(AgencySearch.of(" ", "", List.of(), null, "agency"))
                .isEqualTo(new AgencySearch(null, null, List.of(), null, AgencySearch.Order.AGENCY, false));
        assertThat(AgencySearch.of(null, " ด่าน ", List.of("checkpoint"), null, "-name.th"))
                .isEqualTo(
                        new AgencySearch(null, "ด่าน", List.of("checkpoint"), null, AgencySearch.Order.NAME_TH, true));
    }

    @Test
    void unknownTypesAndOrdersAreNamedTogether() {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> AgencySearch.of(null, null, List.of("office", "bureau"), "2567-10-01", "size"));
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().faults()).extracting(Fault::pointer).containsExactly("?type", "?on", "?sort");
        assertThat(refusal.problem().faults())
                .extracting(Fault::actual)
                .containsExactly("office", "2567-10-01", "size");
    }
}
