package org.prongsai.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.contracts.assessment.RoundOpened;

class WholeTest {

    private static final AgencyChanged AGENCY = new AgencyChanged(
            "a", List.of("root", "a"), "province", null, Map.of("th", "ก", "en", "A"), LocalDate.EPOCH, null);

    private static ResponsesReleased release(String part, List<Answered> added) {
        return new ResponsesReleased("r", "a", "eit", part, "f@1", added, List.of());
    }

    @Test
    void what_is_missing_is_named_however_deep() {
        assertThat(Whole.missing(release("1", List.of()))).isEmpty();
        assertThat(Whole.missing(release(null, List.of()))).contains("part is missing");
        assertThat(Whole.missing(release("1", null))).contains("added is missing");
        assertThat(Whole.missing(release("1", Arrays.asList((Answered) null)))).contains("added: null");
        assertThat(Whole.missing(release("1", List.of(new Answered(UUID.randomUUID(), null)))))
                .contains("added: answers is missing");
        assertThat(Whole.missing(new RoundOpened(null))).contains("state is missing");
    }

    @Test
    void what_may_be_missing_may_be_missing() {
        assertThat(Whole.missing(AGENCY)).isEmpty();
    }
}
