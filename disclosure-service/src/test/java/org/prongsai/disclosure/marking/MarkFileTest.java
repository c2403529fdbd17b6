package org.prongsai.disclosure.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.disclosure.Samples;
import org.prongsai.disclosure.marking.Mark.Spot;
import org.prongsai.disclosure.register.Unit;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.web.Fault;
import org.prongsai.web.ThaiText;

class MarkFileTest {
    private static final Terms TERMS = Terms.of(
            Samples.round("round-a", "sample@1").state(),
            FrameworkFile.parse(Samples.FRAMEWORK).orThrow(),
            Samples.agencies().stream()
                    .map(agency -> new Unit(agency.agency(), agency.path(), agency.type(), agency.from(), agency.to()))
                    .toList());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agency,item,mark\nnorth,o1,100\nsouth,o1,0\n",
                "\uFEFFagency,item,mark\r\nnorth,o1,100\r\nsouth,o1,0",
                "agency, item ,mark\n\n north ,o1, 100\n\"south\",\"o1\",\"0\"\n\n"
            })
    void a_file_without_faults_is_its_marks(String text) {
        var file = file(text);
        assertThat(file.faults()).isEmpty();
        assertThat(file.marks()).containsExactly(Mark.of("north", "o1", 100), Mark.of("south", "o1", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agency;item;mark\nnorth;o1;100", "item,agency,mark\no1,north,100", "north,o1,100", "Agency,item"
            })
    void another_header_names_the_one_expected(String text) {
        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/lines/1");
            assertThat(fault.reason()).isEqualTo("wrong-header");
            assertThat(fault.expected()).isEqualTo("agency,item,mark");
            assertThat(fault.actual()).isEqualTo(text.lines().findFirst().orElseThrow());
        });
    }

    @Test
    void every_fault_is_named_with_its_line_and_value() {
        var faults = faults("""
                agency,item,mark
                nowhere,o1,100
                training,o2,100
                north,o99,100
                north,o3,50
                north,o4,many
                north,o5
                north,o6,100
                north,o6,100
                nowhere,i1,x
                """);
        assertThat(faults)
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(
                        row("/lines/2/agency", "unknown-agency"),
                        row("/lines/3/agency", "not-participating"),
                        row("/lines/4/item", "unknown-item"),
                        row("/lines/5/mark", "unknown-mark"),
                        row("/lines/6/mark", "unknown-mark"),
                        row("/lines/7", "wrong-number-of-fields"),
                        row("/lines/9", "duplicate-line"),
                        row("/lines/10/agency", "unknown-agency"),
                        row("/lines/10/item", "unknown-item"),
                        row("/lines/10/mark", "unknown-mark"));
        assertThat(faults.get(3)).isEqualTo(new Fault("/lines/5/mark", "unknown-mark", List.of(0, 100), "50"));
        assertThat(faults.get(6).actual()).isEqualTo("line 8");
    }

    private static org.assertj.core.groups.Tuple row(String pointer, String reason) {
        return org.assertj.core.groups.Tuple.tuple(pointer, reason);
    }

    @Test
    void a_file_with_nothing_in_it_is_a_fault() {
        assertThat(faults("")).extracting(Fault::reason).containsExactly("no-header");
        assertThat(faults("agency,item,mark\n")).extracting(Fault::reason).containsExactly("no-rows");
    }

    @Test
    void a_quote_that_never_ends_is_a_fault_beside_the_others() {
        assertThat(faults("agency,item,mark\nnowhere,o1,100\n\"north,o1,100\n"))
                .extracting(Fault::reason)
                .containsExactly("unknown-agency", "not-csv");
    }

    @Test
    void of_very_many_faults_the_first_are_shown_and_the_rest_counted() {
        var text = new StringBuilder("agency,item,mark\n");
        IntStream.range(0, MarkFile.SHOWN + 7).forEach(i -> text.append("nowhere-%d,o1,100\n".formatted(i)));
        assertThat(faults(text.toString()))
                .hasSize(MarkFile.SHOWN + 1)
                .last()
                .isEqualTo(new Fault("/lines", "more-faults", "none", 7));
        assertThat(file(text.toString()).found()).isEqualTo(MarkFile.SHOWN + 7);
    }

    @Test
    void a_file_in_an_older_encoding_is_read_and_named() {
        var thai = "agency,item,mark\nnorth,o1,100\nเหนือ,o1,100\n".getBytes(Charset.forName("TIS-620"));
        var file = MarkFile.read(thai, TERMS);
        assertThat(file.encoding()).isEqualTo("windows-874");
        assertThat(file.marks()).containsExactly(Mark.of("north", "o1", 100));
        assertThat(file.faults())
                .extracting(Fault::pointer, Fault::reason, Fault::actual)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/lines/3/agency", "unknown-agency", "เหนือ"));
        assertThat(file("agency,item,mark\nnorth,o1,100\n").encoding()).isEqualTo("UTF-8");
    }

    @Test
    void a_file_in_neither_encoding_is_named_by_line_and_byte() {
        var broken = "agency,item,mark\nเหนือ,o1,100\n?".getBytes(Charset.forName("TIS-620"));
        broken[broken.length - 1] = (byte) 0xFF;
        assertThat(MarkFile.read(broken, TERMS).faults())
                .containsExactly(new Fault("/lines/3", "unknown-encoding", ThaiText.EXPECTED, "byte 0xFF"));
        assertThat(MarkFile.read(broken, TERMS).encoding()).isNull();
        var swedish = "agency,item,mark\nMalmö,o1,100\n".getBytes(Charset.forName("windows-1252"));
        assertThat(MarkFile.read(swedish, TERMS).faults())
                .extracting(Fault::reason)
                .containsExactly("unknown-encoding");
    }

    @Test
    void only_what_differs_is_a_change() {
        var stored = Map.of(new Spot("north", "o1"), 100, new Spot("north", "o2"), 0);
        var changes = Changes.of(
                stored, List.of(Mark.of("north", "o1", 100), Mark.of("north", "o2", 100), Mark.of("south", "o1", 0)));
        assertThat(changes.created()).containsExactly(Mark.of("south", "o1", 0));
        assertThat(changes.updated()).containsExactly(Mark.of("north", "o2", 100));
        assertThat(changes.sentence()).isEqualTo("1 created, 1 updated, 1 unchanged");
    }

    private static List<Fault> faults(String text) {
        return file(text).faults();
    }

    private static MarkFile file(String text) {
        return MarkFile.read(text.getBytes(StandardCharsets.UTF_8), TERMS);
    }
}
