package org.prongsai.methodology.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.form.Form;

class TallyTest {
    private static final Form FORM = Sample.form("iit");
    private static final Map<String, String> SHEET = Map.of("i1.1", "2", "i1.2", "2", "i2", "1", "i3", "na");

    @Provide
    Arbitrary<List<Map<String, String>>> sheets() {
        return Arbitraries.randomValue(TallyTest::sheet).list().ofMaxSize(40);
    }

    /** Some questions are left out, as an older form might. */
    private static Map<String, String> sheet(Random random) {
        var sheet = new LinkedHashMap<String, String>();
        for (var question : FORM.questions()) {
            var codes = question.optionCodes();
            if (random.nextInt(10) > 0) sheet.put(question.code(), codes.get(random.nextInt(codes.size())));
        }
        return sheet;
    }

    private static Tally tally(List<Map<String, String>> sheets) {
        return Tally.empty(FORM).plusAll(sheets);
    }

    @Property(tries = 200)
    void orderDoesNotMatter(@ForAll("sheets") List<Map<String, String>> sheets, @ForAll Random random) {
        var shuffled = new ArrayList<>(sheets);
        Collections.shuffle(shuffled, random);
        assertThat(tally(shuffled)).isEqualTo(tally(sheets));
        assertThat(tally(shuffled).toText()).isEqualTo(tally(sheets).toText());
    }

    @Property(tries = 200)
    void partsMergeToTheWhole(
            @ForAll("sheets") List<Map<String, String>> some, @ForAll("sheets") List<Map<String, String>> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        assertThat(tally(some).merge(tally(others))).isEqualTo(tally(all));
        assertThat(tally(all).subtract(tally(others))).isEqualTo(tally(some));
        assertThat(tally(all).minusAll(some)).isEqualTo(tally(others));
    }

    @Property(tries = 200)
    void textAndTallyAreTheSame(@ForAll("sheets") List<Map<String, String>> sheets) {
        assertThat(Tally.parse(FORM, tally(sheets).toText())).isEqualTo(tally(sheets));
    }

    @Property(tries = 200)
    void linesMayStandInAnyOrder(@ForAll("sheets") List<Map<String, String>> sheets, @ForAll Random random) {
        var lines = new ArrayList<>(tally(sheets).toText().lines().toList());
        Collections.shuffle(lines, random);
        assertThat(Tally.parse(FORM, String.join("\n", lines))).isEqualTo(tally(sheets));
        assertThat(Tally.parse(FORM, String.join("\r\n", lines))).isEqualTo(tally(sheets));
    }

    @Property(tries = 100)
    void sumsAreThoseOfTheValues(@ForAll("sheets") List<Map<String, String>> sheets) {
        var tally = tally(sheets);
        long both = 0;
        long product = 0;
        for (var sheet : sheets) {
            var one = value(sheet, "i1.1");
            var other = value(sheet, "i2");
            if (one == null || other == null) continue;
            both++;
            product += (long) one * other;
        }
        assertThat(tally.pair(0, 2).n()).isEqualTo(both);
        assertThat(tally.pair(0, 2).sumProduct()).isEqualTo(product);
        assertThat(tally.pairsKnown()).isTrue();
        assertThat(tally.respondents()).isEqualTo(sheets.size());
    }

    private static Integer value(Map<String, String> sheet, String question) {
        return sheet.containsKey(question) ? FORM.value(question, sheet.get(question)) : null;
    }

    @Property(tries = 100)
    void aDigestFollowsTheCounts(@ForAll("sheets") List<Map<String, String>> sheets) {
        var lines = new CountLines("a", "iit", "1");
        var digest = new Digest();
        lines.of(tally(sheets)).forEach(digest::add);
        var reversed = lines.of(tally(sheets)).reversed();
        assertThat(Digest.of(reversed)).isEqualTo(digest.text());
    }

    @Test
    void writesLinesInByteOrder() {
        assertThat(Tally.empty(FORM).plus(SHEET).toText()).isEqualTo("""
                        count,i1.1,2,1
                        count,i1.2,2,1
                        count,i2,1,1
                        count,i3,na,1
                        pair,i1.1,i1.1,1,33,33,1089
                        pair,i1.1,i1.2,1,33,67,2211
                        pair,i1.1,i2,1,33,100,3300
                        pair,i1.2,i1.2,1,67,67,4489
                        pair,i1.2,i2,1,67,100,6700
                        pair,i2,i2,1,100,100,10000
                        respondents,1
                        """);
        assertThat(Tally.empty(FORM).toText()).isEmpty();
    }

    @Test
    void countsLeadToAKnownDigest() {
        var tally = Tally.empty(FORM).plus(SHEET).plus(SHEET);
        var lines = new CountLines("imm-x", "iit", "1").of(tally);
        assertThat(lines).startsWith("imm-x,iit,1,i1.1,2,2").hasSize(4);
        // printf 'imm-x,iit,1,i1.1,2,2\nimm-x,iit,1,i1.2,2,2\nimm-x,iit,1,i2,1,2\nimm-x,iit,1,i3,na,2\n' | sha256sum
        assertThat(Digest.of(lines))
                .isEqualTo("sha256:cd4f8723ef476c61f7ffff367ea2ff74b8a3f619cf8848cf87e2fc4e7ba0c15e");
        assertThat(Digest.of(List.of()))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aCopiedDigestGoesOnByItself() {
        var digest = new Digest().add("a");
        var copy = digest.copy().add("b");
        assertThat(digest.text()).isEqualTo(Digest.of(List.of("a")));
        assertThat(copy.text()).isEqualTo(Digest.of(List.of("a", "b")));
        assertThatThrownBy(() -> copy.add("b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDigestRefusesAnotherOrder() {
        var digest = new Digest().add("b");
        assertThatThrownBy(() -> digest.add("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsTakenBackThatWasNotThere() {
        var tally = Tally.empty(FORM).plus(SHEET);
        var other = new LinkedHashMap<>(SHEET);
        other.put("i2", "2");
        assertThatThrownBy(() -> tally.minus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("question i2 option 2");
        assertThatThrownBy(() -> Tally.empty(FORM).minus(Map.of())).hasMessageContaining("respondents");
        var together = "respondents,2\ncount,i2,1,2\ncount,i3,1,2\npair,i2,i3,1,100,100,10000\n";
        var twice = Tally.parse(FORM, "respondents,2\ncount,i2,1,2\ncount,i3,1,2\npair,i2,i3,2,200,200,20000\n");
        assertThatThrownBy(() -> Tally.parse(FORM, together).subtract(twice))
                .hasMessageContaining("questions i2 and i3");
    }

    @Test
    void strangersAreRefused() {
        var empty = Tally.empty(FORM);
        assertThatThrownBy(() -> empty.plus(Map.of("x", "1"))).hasMessageContaining("no question x");
        assertThatThrownBy(() -> empty.plus(Map.of("i2", "7"))).hasMessageContaining("i2 has no option 7");
        assertThatThrownBy(() -> empty.merge(Tally.empty(Sample.form("eit")))).hasMessageContaining("different forms");
        for (var text : List.of("x,1", "respondents,x", "respondents,-1", "pair,i2,i1.1,1,1,1,1", "count,i2,1,1,1"))
            assertThatThrownBy(() -> Tally.parse(FORM, text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tally.parse(FORM, "respondents,1\nrespondents,1\n"))
                .hasMessageContaining("twice");
    }

    @Test
    void aTallyOfPublishedCountsHasNoPairs() {
        var tally = Tally.ofCounts(FORM, new long[] {9, 9, 9, 3, 2, 32, 0, 0, 0, 0, 30, 0, 2, 32, 0, 0});
        assertThat(tally.respondents()).isEqualTo(32);
        assertThat(tally.valued(2)).isEqualTo(30);
        assertThat(tally.answered(2)).isEqualTo(32);
        assertThat(tally.count("i1.1", "4")).isEqualTo(3);
        assertThatThrownBy(() -> Tally.ofCounts(FORM, new long[] {0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .hasMessageContaining("question i1.1 option 2");
        assertThat(tally.pairsKnown()).isFalse();
    }
}
