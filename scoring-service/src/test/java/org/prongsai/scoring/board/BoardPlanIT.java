package org.prongsai.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.scoring.Crowd;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.subtree.Standard;

class BoardPlanIT {
    private static final String ROUND = "planned";

    private static String plan(String sort) {
        RoundState round = Sample.round(ROUND, Sample.REF, "planned-bureau", Sample.FUTURE);
        var standard = new Standard(round, Sample.framework(Sample.REF), new Scope(null, true, List.of()));
        var query = BoardQuery.page(Wish.of(new Wish.Asked(sort, Filter.NONE, 50, null), standard));
        return Stage.get().plan("explain " + query.text(), query.values());
    }

    /** However many units there are, a page reads as many rows as it shows. */
    @Test
    void a_page_in_the_usual_orders_sorts_nothing() {
        Crowd.of(ROUND, 1000, 10);
        for (var sort : List.of("agency", "-agency", "total", "-total"))
            assertThat(plan(sort)).as(sort).contains("Index Scan").doesNotContain("Sort  (");
        assertThat(plan("eit")).contains("Sort  (");
    }
}
