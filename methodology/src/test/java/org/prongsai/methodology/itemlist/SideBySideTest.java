package org.prongsai.methodology.itemlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.diff.FrameworkDiff;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.itemlist.Pair.Fate;
import tools.jackson.databind.json.JsonMapper;

class SideBySideTest {
    private static final String LIST = """
            code,sub_indicator,title_th,title_en,marks,status
            o1,9.1,โครงสร้างและอัตรากำลัง,Structure and manpower,0|100,
            o4,9.1,ผู้บริหาร,Executives,0|100,
            o5,9.2,ใหม่,New,,verified
            o3,9.1,แผน,Plan,0|100,provisional
            """;

    private static Parsed<ItemList> parse(String csv) {
        var framework = Sample.small();
        return ItemList.parse(framework, framework.instrument("oit").orElseThrow(), csv);
    }

    private static SideBySide beside(String csv) {
        return SideBySide.of(Sample.small(), parse(csv).orThrow());
    }

    @Test
    void eachItemHasItsFate() {
        var beside = beside(LIST.replace("o4,9.1,ผู้บริหาร", "o4,9.1,ผู้ บริหาร"));
        assertThat(beside.pairs())
                .extracting(
                        pair -> pair.listed() == null ? null : pair.listed().code(),
                        pair -> pair.ours() == null ? null : pair.ours().code(),
                        Pair::fate)
                .containsExactly(
                        tuple("o1", "o1", Fate.REWORDED),
                        tuple("o4", "o2", Fate.RENUMBERED),
                        tuple("o5", null, Fate.ADDED),
                        tuple("o3", "o3", Fate.MOVED));
        assertThat(beside.counts())
                .containsEntry("reworded", 1)
                .containsEntry("missing", 0)
                .containsEntry("same", 0);
    }

    @Test
    void whatTheListNoLongerHasIsMissing() {
        var beside = beside("code,sub_indicator,title_th,title_en\no1,9.1,โครงสร้าง,Structure\no9,9.2,ใหม่,New\n");
        assertThat(beside.pairs())
                .extracting(Pair::fate)
                .containsExactly(Fate.SAME, Fate.ADDED, Fate.MISSING, Fate.MISSING);
        assertThat(new SideBySideText("en").lines(beside))
                .containsExactly(
                        "= same: 1",
                        "+ added: 1",
                        "- missing: 2",
                        "= o1 9.1 Structure",
                        "+ o9 9.2 New",
                        "- o2 9.1 Executives",
                        "- o3 9.2 Plan");
    }

    @Test
    void takenOverItIsTheListWithWhatIsOurOwn() {
        var taken = beside(LIST).taken().orThrow();
        var groups = taken.instrument("oit")
                .orElseThrow()
                .indicator("9")
                .orElseThrow()
                .groups();
        assertThat(groups.getFirst()).extracting(Item::code).containsExactly("o1", "o4", "o3");
        assertThat(groups.getLast()).extracting(Item::code).containsExactly("o5");
        var first = groups.getFirst().getFirst();
        assertThat(first.text()).isEqualTo(Map.of("th", "โครงสร้างและอัตรากำลัง", "en", "Structure and manpower"));
        assertThat(first.provenance()).isEqualTo("official");
        assertThat(first.provenances()).isEqualTo(Map.of("guidance", "provisional", "legalBasis", "provisional"));
        assertThat(first.elements()).hasSize(1);
        assertThat(groups.getLast().getFirst().provenance()).isEqualTo("verified");
        assertThat(FrameworkFile.parse(FrameworkFile.json(taken)).orThrow()).isEqualTo(taken);
        assertThat(FrameworkDiff.of(Sample.small(), taken).changes())
                .extracting(change -> change.path())
                .anyMatch(path -> path.endsWith("/items/o5"))
                .noneMatch(path -> path.startsWith("/instruments/iit"));
    }

    @Test
    void theSameListChangesNothingButItsSource() {
        var csv =
                "code,sub_indicator,title_th,title_en,status\no1,9.1,โครงสร้าง,Structure,provisional\no2,9.1,ผู้บริหาร,Executives,provisional\no3,9.2,แผน,Plan,provisional\n";
        assertThat(beside(csv).taken().orThrow()).isEqualTo(Sample.small());
        assertThat(beside(csv).counts()).containsEntry("same", 3);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThat(parse("""
                code,sub_indicator,title_th,title_en,marks,status
                o1,9.3,ก,A,,
                o1,9.1,ข,B,0|50|100,
                i2,9.1,ค,C,,
                o 4,9.1,ง,,,rumour
                """).problems())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(
                        tuple("/lines/2/sub_indicator", "unknown-sub-indicator"),
                        tuple("/lines/3/code", "duplicate-code"),
                        tuple("/lines/3/marks", "other-marks"),
                        tuple("/lines/4/code", "duplicate-code"),
                        tuple("/lines/5/code", "bad-code"),
                        tuple("/lines/5/title_en", "missing"),
                        tuple("/lines/5/status", "unknown-value"));
        assertThat(parse("code,sub_indicator,title_th,title_en\no1,9.1,ก,A\n").problems())
                .extracting(Fault::reason, Fault::expected)
                .containsExactly(tuple("empty-sub-indicator", "at least one item of 9.2"));
    }

    @Test
    void isReadInThai() {
        assertThat(new SideBySideText("th").lines(beside(LIST)))
                .contains(
                        "# เปลี่ยนหมายเลข: 1",
                        "~ o1 9.1 โครงสร้างและอัตรากำลัง  (o1 9.1 โครงสร้าง)",
                        "# o4 9.1 ผู้บริหาร  (o2 9.1 ผู้บริหาร)",
                        "> o3 9.1 แผน  (o3 9.2 แผน)");
    }

    @Test
    void isDataForPrograms() {
        var json = JsonMapper.shared().valueToTree(beside(LIST));
        assertThat(json.at("/items/0/fate").stringValue()).isEqualTo("reworded");
        assertThat(json.at("/items/0/official/title/en").stringValue()).isEqualTo("Structure and manpower");
        assertThat(json.at("/items/0/ours/text/en").stringValue()).isEqualTo("Structure");
        assertThat(json.at("/items/2").has("ours")).isFalse();
        assertThat(json.at("/counts/moved").intValue()).isEqualTo(1);
        assertThat(json.has("taken")).isFalse();
        assertThat(List.copyOf(json.propertyNames())).containsExactlyInAnyOrder("items", "counts");
    }

    /** Otherwise the elements of one thing would be asked of another. */
    @Test
    void oneCodeForAnotherThingKeepsNothingOfTheOld() {
        var csv = "code,sub_indicator,title_th,title_en\no1,9.1,งบประมาณประจำปี,Annual budget\no3,9.2,แผน,Plan\n";
        var beside = beside(csv);
        assertThat(beside.pairs()).extracting(Pair::fate).containsExactly(Fate.REPLACED, Fate.SAME, Fate.MISSING);
        var taken = beside.taken().orThrow().item("o1").orElseThrow();
        assertThat(taken.elements()).isEmpty();
        assertThat(taken.guidance()).isEmpty();
        assertThat(taken.text()).containsEntry("en", "Annual budget");
    }

    @Test
    void swappedNumbersAreFoundByTheirTitles() {
        var csv =
                "code,sub_indicator,title_th,title_en\no1,9.1,ผู้บริหาร,Executives\no2,9.1,โครงสร้าง,Structure\no3,9.2,แผน,Plan\n";
        var beside = beside(csv);
        assertThat(beside.pairs()).extracting(Pair::fate).containsExactly(Fate.RENUMBERED, Fate.RENUMBERED, Fate.SAME);
        assertThat(beside.taken().orThrow().item("o2").orElseThrow().elements()).hasSize(1);
        assertThat(beside.taken().orThrow().item("o1").orElseThrow().elements()).isEmpty();
    }

    @Test
    void likenessIsTheShareOfLetterPairs() {
        var structure = Map.of("th", "โครงสร้าง", "en", "Structure");
        assertThat(Likeness.of(structure, structure)).isEqualTo(1);
        assertThat(Likeness.of(structure, Map.of("th", "โครงสร้าง", "en", "Plan")))
                .isEqualTo(0.5);
        assertThat(Likeness.of(Map.of("en", "night"), Map.of("en", "Nacht"))).isEqualTo(0.125);
        assertThat(Likeness.of(Map.of("th", "ก"), Map.of("en", "a"))).isZero();
    }

    /** A version that cannot be read again would lock everybody out. */
    @Test
    void whatCouldNotBeReadAgainIsRefused() {
        var bell = "code,sub_indicator,title_th,title_en\no1,9.1,โครง\u0007สร้าง,Structure\no3,9.2,แผน,Plan\n";
        assertThat(parse(bell).problems())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple("/lines/2/title_th", "control-character"));
        var longest = bell.replace("โครง\u0007สร้าง", "ก".repeat(1001));
        assertThat(parse(longest).problems()).extracting(Fault::reason).containsExactly("too-long");
        var question = "code,sub_indicator,title_th,title_en\ni1.1,9.1,ก,A\no3,9.2,แผน,Plan\n";
        assertThat(parse(question).problems()).extracting(Fault::reason).containsExactly("duplicate-code");
    }
}
