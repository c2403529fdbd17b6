package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private static final CsvHeader EXACT = CsvHeader.exactly(List.of("a", "b"));
    private static final CsvHeader ANY = CsvHeader.anyOrder(List.of("a", "b"), List.of("c"));

    private static CsvFile<String> file(CsvHeader header, String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), header, CsvFileTest::row);
    }

    private static String row(CsvLine line) {
        if (line.text("b").equals("bad")) line.reject("b", "bad-b", "good");
        return line.number() + " " + line.required("a", "something") + "/" + line.text("b") + "/" + line.text("c");
    }

    private static List<String> faults(CsvFile<String> file) {
        return file.rejected().stream()
                .map(each -> each.line() + " " + each.column() + " " + each.reason())
                .toList();
    }

    @Test
    void everyLineIsReadByItsColumns() {
        assertThat(file(EXACT, " a ,b\n 1 ,2\n\n\"3\n3\",4\n5,6\n").rows())
                .containsExactly("2 1/2/", "4 3\n3/4/", "6 5/6/");
        assertThat(file(ANY, "c,b,a\n3,2,1").rows()).containsExactly("2 1/2/3");
        assertThat(file(ANY, "b,a\n2,1").rows()).containsExactly("2 1/2/");
    }

    @Test
    void belowAWrongHeaderNothingIsRead() {
        assertThat(file(EXACT, "b,a\nx\n").rejected())
                .containsExactly(new Rejection(1, "", "wrong-header", "a,b", "b,a"));
        assertThat(faults(file(EXACT, ""))).containsExactly("1  wrong-header");
        assertThat(faults(file(ANY, "a,a,d\nx\n")))
                .containsExactly("1  duplicate-column", "1  unknown-column", "1  missing-column");
    }

    @Test
    void faultsOfLinesAndOfCellsComeTogether() {
        var file = file(EXACT, "a,b\n,bad\n1\n1,2,3\n");
        assertThat(faults(file)).containsExactly("2 b bad-b", "2 a missing", "3  wrong-columns", "4  wrong-columns");
        assertThat(file.rejected().getFirst()).isEqualTo(new Rejection(2, "b", "bad-b", "good", "bad"));
        assertThat(file.rows()).containsExactly("2 /bad/");
    }

    @Test
    void ofAWrongFileTheRestIsNotRead() {
        assertThat(faults(file(EXACT, "a,b\n1,2\n\"open"))).containsExactly("3  unreadable");
        assertThat(file(EXACT, "a,b\n1,2\n\"open").rows()).isEmpty();
        var faulty = file(EXACT, "a,b\n" + "x\n".repeat(CsvFile.MOST_FAULTS + 5));
        assertThat(faulty.rejected()).hasSize(CsvFile.MOST_FAULTS + 1);
        assertThat(faulty.rejected().getLast().reason()).isEqualTo("too-many-faults");
        var most = "a,b\n" + "1,2\n".repeat(CsvFile.MOST_LINES);
        assertThat(file(EXACT, most).rows()).hasSize(CsvFile.MOST_LINES);
        assertThat(faults(file(EXACT, most + "1,2\n"))).containsExactly((CsvFile.MOST_LINES + 2) + "  too-many-lines");
    }

    @Test
    void theEncodingIsTold() {
        assertThat(file(EXACT, "\uFEFFa,b\n").encoding()).isEqualTo("UTF-8");
        var thai = "a,b\nหน่วย,2".getBytes(Charset.forName("windows-874"));
        assertThat(CsvFile.read(thai, EXACT, CsvFileTest::row).encoding()).isEqualTo("windows-874");
        assertThat(CsvFile.read(thai, EXACT, CsvFileTest::row).rows()).containsExactly("2 หน่วย/2/");
        thai[4] = (byte) 0xFF;
        var broken = CsvFile.read(thai, EXACT, CsvFileTest::row);
        assertThat(broken.encoding()).isNull();
        assertThat(faults(broken)).containsExactly("2  unknown-encoding");
    }
}
