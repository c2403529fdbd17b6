package org.prongsai.methodology.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Fault;

class TableTest {
    private static final Table TABLE = Table.of("agency", "count").or("note");

    private static List<Fault> read(String csv, List<String> into) {
        return TABLE.read(
                csv,
                row -> into.add(row.line() + " " + row.needed("agency") + " "
                        + row.number("count", 0, 9).orElse(-1L)));
    }

    @Test
    void columnsComeInAnyOrder() {
        var rows = new ArrayList<String>();
        assertThat(read("\uFEFFcount, agency ,note\n3, a ,x\n\n4,b,\"y\nz\"\n5,c,\n", rows))
                .isEmpty();
        assertThat(rows).containsExactly("2 a 3", "4 b 4", "6 c 5");
    }

    @Test
    void namesTheLineOfEachFault() {
        var rows = new ArrayList<String>();
        assertThat(read("agency,count\na,10\n,x\nb,-1\nc\nd,\n", rows))
                .extracting(Fault::pointer, Fault::reason, Fault::actual, Fault::line)
                .containsExactly(
                        tuple("/lines/2/count", "out-of-range", "10", 2),
                        tuple("/lines/3/agency", "missing", null, 3),
                        tuple("/lines/3/count", "out-of-range", "x", 3),
                        tuple("/lines/4/count", "out-of-range", "-1", 4),
                        tuple("/lines/5", "wrong-columns", 1, 5),
                        tuple("/lines/6/count", "missing", null, 6));
    }

    @Test
    void aWrongHeaderIsSaidOnce() {
        for (var header : List.of("", "agency", "agency,count,colour", "agency,count,count"))
            assertThat(read(header + "\n1,2\n", new ArrayList<>()))
                    .extracting(Fault::pointer, Fault::reason, Fault::expected)
                    .containsExactly(tuple("/lines/1", "wrong-header", "agency,count (and note)"));
        assertThat(Table.of("a").read("b\n", _ -> {}))
                .extracting(Fault::expected)
                .containsExactly("a");
    }

    @Test
    void aQuoteThatNeverClosesIsSaid() {
        assertThat(read("agency,count\na,1\n\"b,2\n", new ArrayList<>()))
                .extracting(Fault::reason, Fault::line)
                .containsExactly(tuple("unreadable", 3));
    }

    @Test
    void aWrongFileIsNotReadToItsEnd() {
        var rows = new ArrayList<String>();
        var faults = read("agency,count\n" + "a,x\n".repeat(5000), rows);
        assertThat(faults).hasSize(TableFaults.MOST);
        assertThat(rows).hasSize(TableFaults.MOST);
    }

    @Test
    void holidaysSayWhatIsWrongWithThem() {
        assertThat(HolidayTable.parse("""
                date,name_th,name_en,kind,provenance,source
                2567-01-01,ปีใหม่,New Year,holiday,verified,s
                2567-01-01,ปีใหม่,New Year,holiday,verified,s
                2024-12-31,สิ้นปี,New Year's Eve,holiday,verified,s
                2567-02-30,ไม่มี,None,feast,rumour,
                """).problems())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(
                        tuple("/lines/3/date", "duplicate"),
                        tuple("/lines/4/date", "mixed-eras"),
                        tuple("/lines/5/kind", "unknown-value"),
                        tuple("/lines/5/provenance", "unknown-value"),
                        tuple("/lines/5/source", "missing"),
                        tuple("/lines/5/date", "bad-date"));
    }
}
