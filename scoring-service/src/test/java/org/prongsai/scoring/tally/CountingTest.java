package org.prongsai.scoring.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.REF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Unit;

class CountingTest {
    private static final Edition EDITION = Sample.edition();
    private static final Map<String, Edition> EDITIONS = Map.of(
            REF,
            EDITION,
            "small@2",
            Edition.of(Sample.framework("small@2", "en: \"Item\"", "en: \"Question\"")),
            "other@1",
            Edition.of(Sample.framework("other@1", "value: 100", "value: 99")));

    private static Counting counting(List<KeptTally> before, ResponsesReleased... releases) {
        List<Told> batch = Stream.of(releases)
                .map(each -> Sample.told(Topic.RESPONSES, each))
                .toList();
        return Counting.of(batch, EDITIONS, before);
    }

    private static String eit(int good, int bad) {
        return Tally.empty(EDITION.forms().get("eit"))
                .plusAll(java.util.Collections.nCopies(good, GOOD))
                .plusAll(java.util.Collections.nCopies(bad, BAD))
                .toText();
    }

    @Test
    void a_batch_is_one_change_of_each_tally() {
        var counting = counting(
                List.of(),
                release("r", "a", "eit", times(3, GOOD), List.of()),
                release("r", "b", "eit", times(5, GOOD), List.of()),
                release("r", "a", "eit", times(2, BAD), List.of()));
        assertThat(counting.changed())
                .containsExactlyInAnyOrder(
                        new KeptTally(new TallyKey("r", "a", "eit", "1"), REF, 5, eit(3, 2)),
                        new KeptTally(new TallyKey("r", "b", "eit", "1"), REF, 5, eit(5, 0)));
        assertThat(counting.units()).hasSize(2);
    }

    @Test
    void what_is_withdrawn_was_never_there() {
        var first = counting(List.of(), release("r", "a", "eit", times(7, GOOD), List.of()));
        var then = counting(first.changed(), release("r", "a", "eit", times(2, BAD), times(2, GOOD)));
        assertThat(then.changed().getFirst().body()).isEqualTo(eit(5, 2));
    }

    @Test
    void a_release_counts_whole_or_not_at_all() {
        var unknown = release(
                "r",
                "a",
                "eit",
                Stream.concat(times(5, GOOD).stream(), times(1, Map.of("e1", "9", "e2", "1")).stream())
                        .toList(),
                List.of());
        var counting = counting(
                List.of(),
                unknown,
                release("r", "a", "eit", times(5, GOOD), times(6, BAD)),
                release("r", "a", "oit", times(5, GOOD), List.of()),
                release("r", "a", "eit", times(5, Map.of("e7", "1")), List.of()),
                release("r", "a", "eit", times(6, GOOD), List.of()));
        assertThat(counting.changed()).extracting(KeptTally::body).containsExactly(eit(6, 0));
        assertThat(counting.refused())
                .extracting(Refused::reason)
                .containsExactly(
                        "it holds answers to other questions, or options that there are not",
                        "it takes back answers that were not counted",
                        "small@1 has no survey oit with a part 1",
                        "it holds answers to other questions, or options that there are not");
    }

    @Test
    void answers_to_a_version_with_other_words_go_on_the_same_tally_and_are_taken_back_from_it() {
        var first = counting(List.of(), release("r", "a", "eit", times(7, GOOD), List.of()));
        var then = counting(
                first.changed(),
                release("small@2", "r", "a", "eit", times(4, BAD), times(3, GOOD)),
                release("r", "a", "eit", times(1, GOOD), List.of()),
                release("small@2", "r", "b", "eit", times(5, GOOD), List.of()));
        assertThat(then.refused()).isEmpty();
        assertThat(then.changed())
                .containsExactlyInAnyOrder(
                        new KeptTally(new TallyKey("r", "a", "eit", "1"), REF, 9, eit(5, 4)),
                        new KeptTally(new TallyKey("r", "b", "eit", "1"), "small@2", 5, eit(5, 0)));
    }

    @Test
    void unverified_answers_have_a_tally_of_their_own_beside_an_open_part_only() {
        var counting = counting(
                List.of(),
                release("r", "a", "eit", times(5, GOOD), List.of()),
                new ResponsesReleased("r", "a", "eit", "1-unverified", REF, times(7, BAD), List.of()),
                new ResponsesReleased("r", "a", "eit", "2-unverified", REF, times(5, BAD), List.of()),
                new ResponsesReleased("r", "a", "eit", "1-unverified-unverified", REF, times(5, BAD), List.of()));
        assertThat(counting.changed())
                .containsExactlyInAnyOrder(
                        new KeptTally(new TallyKey("r", "a", "eit", "1"), REF, 5, eit(5, 0)),
                        new KeptTally(new TallyKey("r", "a", "eit", "1-unverified"), REF, 7, eit(0, 7)));
        assertThat(counting.refused())
                .extracting(Refused::reason)
                .containsExactly(
                        "small@1 has no survey eit with a part 2-unverified",
                        "small@1 has no survey eit with a part 1-unverified-unverified");
    }

    @Test
    void answers_to_another_framework_are_not_mixed_in() {
        var first = counting(List.of(), release("r", "a", "eit", times(5, GOOD), List.of()));
        var other = new ResponsesReleased("r", "a", "eit", "1", "other@1", times(5, GOOD), List.of());
        var then = counting(first.changed(), other);
        assertThat(then.changed()).isEmpty();
        assertThat(then.refused())
                .extracting(Refused::reason)
                .containsExactly("answers to other@1 beside answers to small@1");
    }

    @Test
    void a_damaged_tally_is_no_fault_of_the_answers_and_nothing_is_counted_on_top_of_it() {
        var key = new TallyKey("r", "a", "eit", "1");
        for (var kept : List.of(
                new KeptTally(key, REF, 5, "count,e1,1,9x"),
                new KeptTally(key, REF, 5, ""),
                new KeptTally(key, "nothing@1", 5, eit(5, 0)))) {
            var counting = counting(
                    List.of(kept),
                    release("r", "a", "eit", times(5, GOOD), List.of()),
                    release("r", "b", "eit", times(6, GOOD), List.of()));
            assertThat(counting.refused()).isEmpty();
            assertThat(counting.changed()).extracting(KeptTally::body).containsExactly(eit(6, 0));
            assertThat(counting.units()).containsExactlyInAnyOrder(new Unit("r", "a"), new Unit("r", "b"));
        }
    }

    @Test
    void a_release_of_no_unit_or_in_anothers_stream_is_refused() {
        var honest = release("r", "a", "eit", times(5, GOOD), List.of());
        var batch = List.of(
                new Told(Topic.RESPONSES, 0, 0, "b", 1, honest),
                Sample.told(Topic.RESPONSES, release("r", "a\u0000", "eit", times(5, GOOD), List.of())),
                Sample.told(Topic.RESPONSES, release("r".repeat(101), "a", "eit", times(5, GOOD), List.of())),
                Sample.told(Topic.RESPONSES, release("", "a", "eit", times(5, GOOD), List.of())),
                Sample.told(Topic.RESPONSES, release("r", "a,b", "eit", times(5, GOOD), List.of())),
                Sample.told(Topic.RESPONSES, release("a round", "a", "eit", times(5, GOOD), List.of())),
                Sample.told(Topic.RESPONSES, release("r\ud800", "a", "eit", times(5, GOOD), List.of())));
        var counting = Counting.of(batch, EDITIONS, List.of());
        assertThat(counting.changed()).isEmpty();
        assertThat(counting.units()).isEmpty();
        assertThat(counting.refused())
                .extracting(Refused::reason)
                .containsExactly(
                        "its agency is not the key it came under",
                        "no round, agency or item is called a?",
                        "no round, agency or item is called " + "r".repeat(100),
                        "no round, agency or item is called ",
                        "no round, agency or item is called a,b",
                        "no round, agency or item is called a round",
                        "no round, agency or item is called r?");
    }
}
