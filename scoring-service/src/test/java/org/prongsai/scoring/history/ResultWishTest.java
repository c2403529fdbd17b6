package org.prongsai.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.listing.Search;
import org.prongsai.web.Refusal;

class ResultWishTest {
    private static final Scope ALL = new Scope(null, true, List.of());

    private static ResultWish wish(String sort, String cursor) {
        return ResultWish.of(new ResultWish.Asked(sort, null, null, Search.NONE, 2, cursor), ALL);
    }

    @Test
    void the_newest_year_comes_first_unless_something_else_is_asked_for() {
        assertThat(wish(null, null).order().text()).isEqualTo("-fiscalYear");
        assertThat(wish("agency", null).order().text()).isEqualTo("agency");
    }

    @Test
    void a_page_goes_on_after_the_last_one_seen() {
        var place = List.of("88.30", "2567", "a", "official");
        var next = wish("-total", null).cursor().after(place);
        var query = ResultQuery.page(wish("-total", next));
        assertThat(wish("-total", next).after()).isEqualTo(place);
        assertThat(query.text()).contains("(p.total) < cast(:last as numeric)").endsWith("limit :limit");
        assertThat(query.values()).containsEntry("lastYear", 2567).containsEntry("limit", 3);
    }

    @Test
    void a_forged_place_no_result_can_have_is_refused() {
        for (var place : List.of(
                List.of("1e99999", "2567", "a", "official"),
                List.of("", "2567", "a", "official"),
                List.of("88.30", "99999", "a", "official"),
                List.of("88.30", "a"))) {
            var forged = wish("total", null).cursor().after(place);
            assertThatThrownBy(() -> wish("total", forged)).isInstanceOf(Refusal.class);
        }
    }
}
