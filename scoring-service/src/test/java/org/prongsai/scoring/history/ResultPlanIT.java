package org.prongsai.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.Crowd;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.listing.Search;

class ResultPlanIT {
    private static final PostgresClient DATABASE = Stage.get().database();

    @BeforeAll
    static void results() {
        Crowd.of("told", 3000, 30);
        DATABASE.sql().sql("""
                        insert into official_result (agency, fiscal_year, total, source)
                        select agency, year, 88.10, 'https://example.org/results' from agency, generate_series(2558, 2567) year
                        where agency like 'told-unit-%'""").then().block();
    }

    private static String plan(String sort) {
        var asked = new ResultWish.Asked(sort, null, null, Search.NONE, 50, null);
        var query = ResultQuery.page(ResultWish.of(asked, new Scope(null, true, List.of())));
        return DATABASE.sql()
                .sql("explain (analyze, timing off) " + query.text())
                .bindValues(query.values())
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collect(Collectors.joining("\n"))
                .block();
    }

    /** However many results there are, a page reads about as many rows as it shows. */
    @Test
    void the_newest_results_and_those_by_agency_are_read_in_their_order() {
        for (var sort : List.of("-fiscalYear", "agency"))
            assertThat(plan(sort))
                    .as(sort)
                    .contains("Index Scan using official_result_")
                    .doesNotContain("rows=30000.00");
        assertThat(plan("total")).contains("rows=30000.00");
    }
}
