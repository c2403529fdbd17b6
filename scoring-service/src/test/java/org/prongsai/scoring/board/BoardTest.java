package org.prongsai.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.listing.Search;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.web.Fault;
import org.prongsai.web.Refusal;

class BoardTest {
    private static final RoundState ROUND = Sample.round("r", Sample.REF, "root", Sample.FUTURE);
    private static final Framework FRAMEWORK = Sample.framework(Sample.REF);

    private static Standard standard(String parent, String... unknownTypes) {
        return new Standard(ROUND, FRAMEWORK, new Scope(parent, false, List.of(unknownTypes)));
    }

    private static Wish wish(String sort, String cursor) {
        return Wish.of(new Wish.Asked(sort, Filter.NONE, 2, cursor), standard(null));
    }

    @Test
    void every_fault_of_a_question_is_named() {
        var filter = new Filter("best", "plenty", new Search(List.of("castle"), "x".repeat(201)));
        var asked = new Wish.Asked("colour", filter, 50, null);
        var refusal = catchThrowableOfType(Refusal.class, () -> Wish.of(asked, standard("nowhere", "castle")));
        assertThat(refusal.problem().faults())
                .extracting(Fault::pointer)
                .containsExactly("?parent", "?type", "?level", "?adequacy", "?q", "?sort");
        assertThat(refusal.problem().faults().getLast().expected())
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .startsWith("agency", "-agency", "name.th", "-name.th", "name.en", "-name.en", "total", "-total", "iit")
                .endsWith("9", "-9")
                .hasSize(24);
    }

    @Test
    void a_cursor_belongs_to_one_list_in_one_order_through_one_filter() {
        var next = wish("-total", null).cursor().after(List.of("75.00", "b"));
        var others = List.of(
                new Filter("pass", null, Search.NONE),
                new Filter(null, "sufficient", Search.NONE),
                new Filter(null, null, new Search(List.of("province"), null)),
                new Filter(null, null, new Search(List.of(), "เชียงใหม่")));
        for (var other : others)
            assertThatThrownBy(() -> Wish.of(new Wish.Asked("-total", other, 2, next), standard(null)))
                    .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> wish("total", next)).isInstanceOf(Refusal.class);
        assertThat(Wish.of(
                                new Wish.Asked("-total", new Filter(null, null, new Search(List.of(), " ")), 2, next),
                                standard(null))
                        .after())
                .containsExactly("75.00", "b");
    }

    @Test
    void a_page_goes_on_in_the_order_it_was_sorted_in() {
        var next = wish("-total", null).cursor().after(List.of("75.00", "b"));
        assertThat(wish("-total", next).after()).containsExactly("75.00", "b");
        catchThrowableOfType(Refusal.class, () -> wish("total", next));
        assertThat(BoardQuery.page(wish("-total", next)).text()).contains("(s.total) < cast(:last as numeric)", "desc");
        var unscored = wish("-total", null).cursor().after(List.of("", "b"));
        assertThat(BoardQuery.page(wish("-total", unscored)).text())
                .contains("(s.total) is null and s.agency > :lastAgency");
    }

    @Test
    void a_forged_place_no_unit_can_have_is_refused() {
        var forged = wish("total", null).cursor().after(List.of("1e99999", "b"));
        var refusal = catchThrowableOfType(Refusal.class, () -> wish("total", forged));
        assertThat(refusal.problem().faults()).extracting(Fault::pointer).containsExactly("?cursor");
    }
}
