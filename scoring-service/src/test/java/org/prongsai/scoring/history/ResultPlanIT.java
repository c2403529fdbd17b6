package org.prongsai.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.scoring.Crowd;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.listing.Search;

class ResultPlanIT {
    /** Those of other tests may be among them. */
    private static final String ALL = "actual rows=3\\d{4}\\.00";

    @BeforeAll
    static void results() {
        Crowd.of("told", 3000, 30);
        Stage.get().database().sql().sql("""
                        insert into official_result (agency, fiscal_year, total, source)
                        select agency, year, 88.10, 'https://example.org/results' from agency, generate_series(2558, 2567) year
                        where agency like 'told-unit-%'""").then().block();
    }

    private static String plan(String sort) {
        var asked = new ResultWish.Asked(sort, null, null, Search.NONE, 50, null);
        var query = ResultQuery.page(ResultWish.of(asked, new Scope(null, true, List.of())));
        return Stage.get().plan("explain (analyze, timing off) " + query.text(), query.values());
    }

    /** However many results there are, a page reads about as many rows as it shows. */
    @Test
    void the_newest_results_and_those_by_agency_are_read_in_their_order() {
        for (var sort : List.of("-fiscalYear", "agency"))
            assertThat(plan(sort))
                    .as(sort)
                    .contains("Index Scan using official_result_")
                    .doesNotContainPattern(ALL);
        assertThat(plan("total")).containsPattern(ALL);
    }
}
