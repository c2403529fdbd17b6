package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.score.Breakdown.Piece;
import org.prongsai.methodology.score.Explanation.Fact;
import org.prongsai.methodology.score.Explanation.Kind;
import org.prongsai.methodology.score.Veil.Need;
import org.prongsai.methodology.tally.Tally;
import tools.jackson.databind.json.JsonMapper;

class BreakdownTest {
    private static final Map<String, Integer> MARKS = Map.of("o1", 100, "o2", 0, "o3", 100);
    private static final Map<String, String> STAFF = Map.of("i1.1", "3", "i1.2", "1", "i2", "2", "i3", "1");
    private static final Map<String, String> GOOD = Map.of("e1", "1", "e2", "1");
    private static final Map<String, String> FIRST = Map.of("e1", "1", "e2", "2");
    private static final Map<String, String> SECOND = Map.of("e1", "2", "e2", "1");
    private static final Map<String, String> BAD = Map.of("e1", "2", "e2", "2");

    private static Tally tally(String instrument, Map<String, String> answers, int times) {
        return Tally.empty(Sample.form(instrument)).plusAll(Collections.nCopies(times, answers));
    }

    private static Tally users(int good, int first, int second) {
        return tally("eit", GOOD, good).merge(tally("eit", FIRST, first)).merge(tally("eit", SECOND, second));
    }

    private static Evidence evidence(BelowMinimum rule, Tally staff, Tally own, Tally drawn) {
        return Evidence.of(
                Sample.small(rule),
                5,
                Map.of("iit", Map.of("1", staff), "eit", Map.of("1", own, "2", drawn)),
                new HashMap<>(MARKS),
                new HashMap<>(Map.of("iit", 40, "eit", 300)));
    }

    private static Evidence evidence(Tally staff, Tally own, Tally drawn) {
        return evidence(BelowMinimum.SCORE_WITH_FLAG, staff, own, drawn);
    }

    private static Evidence staff(int people) {
        return evidence(tally("iit", STAFF, people), users(40, 0, 0), users(40, 0, 0));
    }

    private static Breakdown instrument(Evidence evidence, String code) {
        return Breakdown.of(evidence, Set.of()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Piece> all(Piece of) {
        return Stream.concat(Stream.of(of), of.children().stream().flatMap(BreakdownTest::all));
    }

    private static List<Piece> pieces(Breakdown.Part part, Kind... kinds) {
        return part.indicators().stream()
                .flatMap(BreakdownTest::all)
                .filter(each -> List.of(kinds).contains(each.kind()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "4, hidden, false, false, false",
        "5, score, true, false, false",
        "9, score, true, false, false",
        "10, indicators, true, true, false",
        "29, indicators, true, true, false",
        "30, options, true, true, true"
    })
    void moreIsShownOfMorePeople(int people, String visibility, boolean score, boolean indicators, boolean options) {
        var iit = instrument(staff(people), "iit");
        var part = iit.parts().getFirst();
        assertThat(part.visibility().code()).isEqualTo(visibility);
        assertThat(part.responses()).isEqualTo(people);
        assertThat(iit.score() != null).isEqualTo(score);
        assertThat(part.score() != null).isEqualTo(indicators);
        assertThat(part.weakest() != null).isEqualTo(indicators);
        assertThat(pieces(part, Kind.INDICATOR)).hasSize(2).allSatisfy(each -> {
            assertThat(each.exact() != null).isEqualTo(indicators);
            assertThat(each.hidden() == null).isEqualTo(indicators);
        });
        assertThat(pieces(part, Kind.ITEM, Kind.SUB_ITEM)).hasSize(5).allSatisfy(each -> {
            assertThat(each.score() != null).isEqualTo(options);
            assertThat(each.hidden() == null).isEqualTo(options);
            assertThat(each.options()).allSatisfy(option -> {
                assertThat(option.count() != null).isEqualTo(options);
                assertThat(option.share() != null).isEqualTo(options);
            });
        });
    }

    @Test
    void ofTooFewNothingFollowsFromWhatTheyAnswered() {
        var four = evidence(tally("iit", STAFF, 40), users(30, 0, 0), users(4, 0, 0));
        var others = evidence(tally("iit", STAFF, 40), users(30, 0, 0), tally("eit", BAD, 4));
        assertThat(shown(four)).isEqualTo(shown(others));
        var eit = instrument(four, "eit");
        assertThat(eit.parts())
                .extracting(Breakdown.Part::counted, each -> each.visibility().code())
                .containsExactly(tuple(true, "options"), tuple(false, "hidden"));
        assertThat(eit.parts().getLast().hidden().needs()).containsExactly(new Need("2", 10));
    }

    /** All that anybody may read. */
    private static String shown(Evidence evidence) {
        var all = List.of(
                Breakdown.of(evidence, Set.of()),
                Explaining.shown(evidence),
                Lift.of(evidence),
                Veil.of(Scorecard.of(evidence).instruments().getFirst(), 5));
        return JsonMapper.shared().writeValueAsString(all);
    }

    @Test
    void aSmallPartIsNotGivenAwayByALargeOne() {
        var one = evidence(tally("iit", STAFF, 40), users(20, 7, 3), users(3, 3, 0));
        var other = evidence(tally("iit", STAFF, 40), users(20, 7, 3), users(3, 0, 3));
        var split = evidence(tally("iit", STAFF, 40), users(20, 3, 7), users(3, 0, 3));
        assertThat(shown(one)).isEqualTo(shown(other)).isEqualTo(shown(split));
        var eit = instrument(one, "eit");
        assertThat(eit.score()).isEqualTo("79.17");
        assertThat(eit.parts()).allSatisfy(part -> {
            assertThat(part.visibility()).isEqualTo(Visibility.SCORE);
            assertThat(part.score()).isNull();
            assertThat(part.weakest()).isNull();
            assertThat(pieces(part, Kind.INDICATOR, Kind.ITEM)).hasSize(4).allSatisfy(each -> {
                assertThat(each.score()).isNull();
                assertThat(each.hidden().reason()).isEqualTo("small-group");
            });
        });
        var large = eit.parts().getFirst();
        assertThat(large.hidden().needs()).containsExactly(new Need("2", 10));
        var item = pieces(eit.parts().getLast(), Kind.ITEM).getFirst();
        assertThat(item.hidden().needs()).containsExactly(new Need("2", 30));
    }

    @Test
    void alikeOrUnlikeIsNotToldOfFew() {
        var alike = evidence(tally("iit", STAFF, 40), users(40, 0, 0), tally("eit", FIRST, 6));
        var unlike = evidence(
                tally("iit", STAFF, 40), users(40, 0, 0), tally("eit", GOOD, 3).merge(tally("eit", BAD, 3)));
        assertThat(shown(alike)).isEqualTo(shown(unlike));
    }

    @Test
    void theExactTotalWouldGiveTheExactSmallScoreAway() {
        var small = evidence(tally("iit", STAFF, 40), users(20, 7, 3), users(3, 3, 0));
        var tree = Explaining.shown(small);
        assertThat(tree.score()).isEqualTo(Scorecard.of(small).total().score());
        assertThat(tree.exact()).isNull();
        assertThat(tree.hidden()).isEqualTo("small-group");
        assertThat(tree.facts()).contains(new Fact("standard-error", Map.of("spread", "hidden")));
        var eit = tree.children().get(1);
        assertThat(eit.score()).isEqualTo("79.17");
        assertThat(eit.exact()).isNull();
        assertThat(eit.children()).hasSize(2).allSatisfy(each -> {
            assertThat(each.hidden()).isEqualTo("small-group");
            assertThat(each.children()).isEmpty();
        });
        assertThat(eit.facts())
                .contains(new Fact("small-group", Map.of("part", "2", "expected", "10", "actual", "6")))
                .noneMatch(each -> each.key().equals("sampling"));
        assertThat(tree.children().getFirst().exact()).isNotNull();
        assertThat(Explaining.shown(staff(40))).isEqualTo(Explaining.of(staff(40)));
    }

    @Test
    void fromTenOnIndicatorsAddUpAndItemsAreKeptBack() {
        var evidence = evidence(tally("iit", STAFF, 12), users(40, 0, 0), users(6, 3, 3));
        var tree = Explaining.shown(evidence);
        assertThat(tree.exact()).isEqualTo(Explaining.of(evidence).exact());
        assertThat(Explaining.all(tree).filter(each -> each.hidden() == null && each.exact() != null))
                .filteredOn(each -> each.children().stream().allMatch(child -> child.hidden() == null))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.recomputed()).contains(each.exact()));
        var one = tree.children().getFirst().children().getFirst();
        assertThat(one.exact()).isNotNull();
        assertThat(one.children()).singleElement().satisfies(item -> {
            assertThat(item.score()).isNull();
            assertThat(item.hidden()).isEqualTo("small-group");
        });
        var six = tree.children().get(1).children().getFirst().children();
        assertThat(six.getFirst().children().getFirst().hidden()).isNull();
        assertThat(six.getLast().children().getFirst().hidden()).isEqualTo("small-group");
        assertThat(six.getLast().facts()).extracting(Fact::key).containsExactly("small-group");
        var parts = instrument(evidence, "eit").parts();
        assertThat(parts)
                .extracting(Breakdown.Part::visibility)
                .containsExactly(Visibility.OPTIONS, Visibility.INDICATORS);
        assertThat(parts.getLast().weakest()).extracting(Breakdown.Name::code).containsExactly("e1", "e2");
    }

    @Test
    void countsAndSharesAreOfThoseWhoAnswered() {
        var part = instrument(staff(40), "iit").parts().getFirst();
        var sub = pieces(part, Kind.SUB_ITEM).getFirst();
        assertThat(sub.score()).isEqualTo("67.00");
        assertThat(sub.options().get(2).count()).isEqualTo(40);
        assertThat(sub.options().get(2).share()).isEqualTo("100.00");
        assertThat(sub.options().getFirst().count()).isZero();
        assertThat(sub.options().getLast().value()).isNull();
        assertThat(part.weakest()).extracting(Breakdown.Name::code).containsExactly("i2", "i1", "i3");
    }

    @Test
    void whereNobodyAnsweredNothingIsKeptBack() {
        var iit = instrument(staff(0), "iit");
        assertThat(iit.score()).isNull();
        assertThat(iit.hidden()).isNull();
        assertThat(pieces(iit.parts().getFirst(), Kind.INDICATOR, Kind.ITEM)).allSatisfy(each -> {
            assertThat(each.score()).isNull();
            assertThat(each.hidden()).isNull();
        });
    }

    @Test
    void whatTheFrameworkGivesNoScoreIsNotShownInPieces() {
        var few = evidence(BelowMinimum.NO_SCORE, tally("iit", STAFF, 20), users(40, 0, 0), users(40, 0, 0));
        var iit = instrument(few, "iit");
        assertThat(iit.score()).isNull();
        assertThat(iit.hidden().reason()).isEqualTo("below-minimum");
        assertThat(iit.hidden().needs()).containsExactly(new Need(null, 30));
        assertThat(pieces(iit.parts().getFirst(), Kind.INDICATOR)).allSatisfy(each -> {
            assertThat(each.exact()).isNull();
            assertThat(each.hidden().reason()).isEqualTo("below-minimum");
        });
        assertThat(instrument(staff(4), "iit").hidden().needs()).containsExactly(new Need("1", 5));
    }

    @Test
    void marksAreShownWithWhatIsAtStake() {
        var oit = Breakdown.of(staff(40), Set.of("o2")).getLast();
        var items = oit.indicators().stream()
                .flatMap(BreakdownTest::all)
                .filter(each -> each.kind() == Kind.ITEM)
                .toList();
        assertThat(items)
                .extracting(Piece::code, each -> each.score().intValue(), Piece::unfiled)
                .containsExactly(tuple("o1", 100, false), tuple("o2", 0, true), tuple("o3", 100, false));
        assertThat(items.getFirst().stake().instrument()).isEqualTo("25.00");
        assertThat(items.getLast().stake().total()).isEqualTo("20.00");
        assertThat(oit.indicators().getFirst().score()).isEqualTo("75.00");
        assertThat(oit.indicators().getFirst().children().getFirst().score()).isEqualTo("50.00");
    }
}
