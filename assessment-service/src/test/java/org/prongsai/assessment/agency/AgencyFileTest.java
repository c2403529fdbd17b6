package org.prongsai.assessment.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.web.CsvFile;
import org.prongsai.web.Rejection;
import org.prongsai.web.ThaiText;

class AgencyFileTest {
    static final String HEADER = "agency,parent,type,province,name_th,name_en,from,to,provenance\n";
    private static final String CHIANGMAI =
            "imm-chiangmai,imm-division-5,province,TH-50,ตม.จว.เชียงใหม่,\"Chiang Mai, Immigration\",2566-10-01,,provisional";

    private static AgencyFile file(String... lines) {
        return AgencyFile.read(HEADER + String.join("\n", lines));
    }

    private static List<String> faults(AgencyFile file) {
        return file.rejected().stream()
                .map(r -> r.line() + " " + r.column() + " " + r.reason())
                .toList();
    }

    @Test
    void readsALine() {
        assertThat(file(CHIANGMAI).rows())
                .containsExactly(new AgencyRow(
                        2,
                        "imm-chiangmai",
                        "imm-division-5",
                        "province",
                        "TH-50",
                        Map.of("th", "ตม.จว.เชียงใหม่", "en", "Chiang Mai, Immigration"),
                        LocalDate.of(2023, 10, 1),
                        null,
                        "provisional"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreWelcome() {
        var bytes =
                ("\uFEFF" + HEADER + CHIANGMAI + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(AgencyFile.read(bytes)).isEqualTo(file(CHIANGMAI));
    }

    @Test
    void buddhistYearsAreReadBeforeTheDayIsChecked() {
        var leap = CHIANGMAI.replace("2566-10-01,", "2567-02-29,2567-03-01");
        assertThat(file(leap).rows().getFirst().from()).isEqualTo("2024-02-29");
        assertThat(file(leap).rows().getFirst().to()).isEqualTo("2024-03-01");
        assertThat(faults(file(CHIANGMAI.replace("2566-10-01", "2566-02-29")))).containsExactly("2 from bad-date");
    }

    @Test
    void anotherHeaderIsNamedWithTheOneExpected() {
        var file = AgencyFile.read("agency;parent;type\nx;y;z");
        assertThat(file.rows()).isEmpty();
        assertThat(file.rejected())
                .containsExactly(new Rejection(1, "", "wrong-header", HEADER.strip(), "agency;parent;type"));
        assertThat(faults(AgencyFile.read(""))).containsExactly("1  wrong-header");
    }

    @Test
    void thaiInAnOlderEncodingSaysTheSame() {
        var bytes = (HEADER + CHIANGMAI).getBytes(Charset.forName("windows-874"));
        var file = AgencyFile.read(bytes);
        assertThat(file.rows()).isEqualTo(file(CHIANGMAI).rows());
        assertThat(file.rejected()).isEmpty();
        assertThat(file.encoding()).isEqualTo("windows-874");
        assertThat(file(CHIANGMAI).encoding()).isEqualTo("UTF-8");
    }

    @Test
    void bytesOfNoEncodingAreNamedWithTheirLine() {
        var bytes = (HEADER + CHIANGMAI + "\u0081").getBytes(Charset.forName("TIS-620"));
        bytes[bytes.length - 1] = (byte) 0x81;
        var file = AgencyFile.read(bytes);
        assertThat(file.rejected())
                .containsExactly(new Rejection(2, "", "unknown-encoding", ThaiText.EXPECTED, "byte 0x81"));
        assertThat(file.encoding()).isNull();
        var french =
                (HEADER + "a,,province,TH-50,Café,Café,2566-10-01,,provisional").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(AgencyFile.read(french))).containsExactly("2  unknown-encoding");
    }

    @Test
    void yearsOfBothErasInOneFileAreRefusedOnce() {
        var christian = CHIANGMAI.replace("imm-chiangmai", "other").replace("2566-10-01", "2023-10-01");
        assertThat(file(CHIANGMAI).rejected()).isEmpty();
        assertThat(file(christian).rejected()).isEmpty();
        var mixed =
                file(CHIANGMAI, christian, christian.replace("other", "third")).rejected();
        assertThat(mixed)
                .containsExactly(new Rejection(
                        3,
                        "",
                        "mixed-eras",
                        "all years Buddhist (2567) or all Christian (2024)",
                        "Buddhist: lines 2; Christian: lines 3, 4"));
        assertThat(faults(file(CHIANGMAI.replace("2566-10-01,", "2566-10-01,2024-09-30"))))
                .containsExactly("2  mixed-eras");
        var many = Collections.nCopies(20, christian).toArray(String[]::new);
        many[19] = CHIANGMAI;
        assertThat(file(many).rejected().getLast().actual().toString()).endsWith("8, 9 and 11 more");
    }

    @Test
    void everyFaultOfALineIsNamed() {
        assertThat(faults(file("Imm Chiangmai,,office,TH-99,,=1+1,2566-10-01,2560-01-01,guessed", ",,,,,,,,")))
                .containsExactlyInAnyOrder(
                        "2 agency bad-slug",
                        "2 type bad-type",
                        "2 province bad-province",
                        "2 name_th missing",
                        "2 name_en bad-name",
                        "2 to dates-reversed",
                        "2 provenance bad-provenance",
                        "3 agency missing",
                        "3 type missing",
                        "3 name_th missing",
                        "3 name_en missing",
                        "3 from missing",
                        "3 provenance missing");
    }

    @Test
    void twoHundredFaultsAreNamedAtOnce() {
        var lines = IntStream.rangeClosed(1, 100)
                .mapToObj(n -> "unit-" + n + ",,office,TH-01,หน่วย,Unit,2566-10-01,,provisional")
                .collect(Collectors.joining("\n"));
        assertThat(file(lines).rejected()).hasSize(200);
        assertThat(faults(file(lines))).contains("2 type bad-type", "101 province bad-province");
    }

    @Test
    void linesOfAnotherLengthAndQuotesThatStayOpenAreNamed() {
        assertThat(faults(file("a,b", CHIANGMAI))).containsExactly("2  wrong-columns");
        assertThat(faults(file(CHIANGMAI, "\"open,b"))).containsExactly("3  unreadable");
        assertThat(file(CHIANGMAI, "\"open,b").rows()).isEmpty();
    }

    @Test
    void whatIsWrittenCanBeRead() {
        var agency = file(CHIANGMAI).rows().getFirst().at(List.of("imm-division-5", "imm-chiangmai"));
        assertThat(AgencyFile.write(List.of(agency))).contains("2023-10-01");
        assertThat(AgencyFile.read(AgencyFile.write(List.of(agency)))).isEqualTo(file(CHIANGMAI));
    }

    @Test
    void ofAFileThatIsNoRegisterTheRestIsNotRead() {
        var wrong = file(Collections.nCopies(200_000, "A,b,c,d,,,g,h,i").toArray(String[]::new));
        assertThat(wrong.rejected()).hasSizeBetween(CsvFile.MOST_FAULTS, CsvFile.MOST_FAULTS + 10);
        assertThat(wrong.rejected().getLast().reason()).isEqualTo("too-many-faults");
        assertThat(wrong.rows()).isEmpty();
        var narrow = file(Collections.nCopies(200_000, "a").toArray(String[]::new));
        assertThat(narrow.rejected()).hasSize(CsvFile.MOST_FAULTS + 1);
    }

    @Test
    void aFileMayBeLongButNotLonger() {
        var lines = IntStream.range(0, CsvFile.MOST_LINES + 1)
                .mapToObj(n -> CHIANGMAI.replace("imm-chiangmai", "imm-" + n))
                .toArray(String[]::new);
        assertThat(file(Arrays.copyOf(lines, CsvFile.MOST_LINES)).rejected()).isEmpty();
        assertThat(faults(file(lines))).containsExactly((CsvFile.MOST_LINES + 2) + "  too-many-lines");
    }
}
