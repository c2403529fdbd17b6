package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThaiTextTest {
    private static final String OFFICES = """
            agency,name
            imm-chiangmai,ตรวจคนเข้าเมืองจังหวัดเชียงใหม่
            imm-net,"บ้านเนตร เธอ “ก๊าซ” – ๑๒ แห่ง, รากรก"
            """;

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    private static byte[] with(byte[] before, int... bytes) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(before);
        for (int each : bytes) all.write(each);
        return all.toByteArray();
    }

    @Test
    void bothEncodingsAndAByteOrderMarkSayTheSame() {
        assertThat(ThaiText.of(in("UTF-8", OFFICES))).contains(new ThaiText(OFFICES, "UTF-8"));
        assertThat(ThaiText.of(in("UTF-8", "\uFEFF" + OFFICES))).contains(new ThaiText(OFFICES, "UTF-8"));
        assertThat(ThaiText.of(in("windows-874", OFFICES))).contains(new ThaiText(OFFICES, "windows-874"));
        assertThat(ThaiText.of(in("TIS-620", "สำนักงาน"))).contains(new ThaiText("สำนักงาน", "windows-874"));
        assertThat(ThaiText.of(new byte[0])).contains(new ThaiText("", "UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x81, 0x98, 0xDB, 0xFC, 0xFF})
    void aHalfBrokenOlderFileIsNamedByLineAndByte(int hole) {
        var broken = with(in("windows-874", OFFICES), 'x', hole, '\n');
        assertThat(ThaiText.of(broken)).isEmpty();
        assertThat(ThaiText.foreign(broken)).contains(new ThaiText.Foreign(4, "byte 0x%02X".formatted(hole)));
    }

    @Test
    void brokenUtf8IsNotTakenForAnOlderFile() {
        // ห in UTF-8 is E0 B8 AB, which windows-874 reads as เธซ: only its last byte is lost here
        var cut = with(in("UTF-8", "name\nหหห"), 0xE0, 0xB8);
        assertThat(ThaiText.of(cut)).isEmpty();
        assertThat(ThaiText.foreign(with(cut, '\n'))).contains(new ThaiText.Foreign(2, "byte 0xE0"));
        assertThat(ThaiText.of(with(in("UTF-8", "หห"), 0xA1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"café", "à la carte", "JOSÉPHINE", "Ñandú", "é"})
    void otherLanguagesAreNotReadAsThai(String text) {
        assertThat(ThaiText.of(in("ISO-8859-1", "a,b\n" + text + "\n"))).isEmpty();
        assertThat(ThaiText.foreign(in("ISO-8859-1", "a,b\n" + text + "\n")))
                .get()
                .extracting(ThaiText.Foreign::line)
                .isEqualTo(2L);
    }

    /** A word by itself, as a cell among others, at the end of a text, and in a file that is Thai otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Malmö",
                "Århus",
                "Umeå",
                "Växjö",
                "Tromsø",
                "Ærø",
                "ö",
                "öst",
                "Skåne län",
                "SMÖRGÅS",
                "Orléans",
                "où",
                "Besançon",
                "Noël",
                "Citroën",
                "hôtel",
                "île",
                "Nîmes",
                "École",
                "ÉCOLE",
                "château",
                "Köln",
                "Düsseldorf",
                "Straße",
                "Gruß",
                "Grüße",
                "Österreich",
                "ÖSTERREICH",
                "Übung",
                "Bär",
                "Öl",
                "Phú Yên",
                "Hà Tây",
                "Cà Mau",
                "Sài Gòn",
                "Cô Tô",
                "Bình",
                "Lâm",
                "Phú Thú",
                "Đà",
                "México",
                "São",
                "Bogotá",
                "Æ",
                "naïve",
                "Þór",
                "Mašek",
                "Curaçao",
                "Århus Universitetshospital"
            })
    void westernWordsAreNotReadAsThai(String word) {
        for (var text : List.of(word, "a," + word + ",b\n", word + "\n", "(" + word + ")", word + ", " + word))
            assertThat(ThaiText.of(in("windows-1252", text))).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Malmö", "où", "Gruß", "Phú", "Umeå", "Cô", "José", "Straße", "São", "Sài Gòn"})
    void aWesternWordIsNamedEvenWhereTheRestIsThai(String word) {
        var mixed = with(in("windows-874", OFFICES));
        var out = new ByteArrayOutputStream();
        out.writeBytes(mixed);
        out.writeBytes(in("windows-1252", "x," + word + "\n"));
        assertThat(ThaiText.foreign(out.toByteArray()))
                .get()
                .extracting(ThaiText.Foreign::line)
                .isEqualTo(4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-Serviceของตม.",
                "ช่วงCOVIDในปี",
                "ระบบ E-Serviceๆ",
                "ตม.จว.เชียงใหม่ (CNX)",
                "Wi-Fiฟรี",
                "ฝ่ายITกลาง",
                "๕G และ 5G",
                "อาคาร ๒๑ ชั้น ๓",
                "ราคา ฿100 (THB 100)",
                "ต่าง ๆ นานา",
                "กรุงเทพฯ/Bangkok",
                "PDFและWord",
                "ฤๅษี",
                "น้ำ",
                "\"สำนักงาน\",Office",
                "ณ Bangkok ตำบล",
                "ข้อ 1.๒",
                "เอกสาร ๏ จบ ๚ะ๛",
                "ITAปี๒๕๖๗",
                "ก. Aข้อ"
            })
    void thaiWithLatinWordsGluedToItIsRead(String text) {
        for (var each : List.of(text, "a," + text + ",b\n", text + "\n"))
            assertThat(ThaiText.of(in("windows-874", each))).contains(new ThaiText(each, "windows-874"));
    }

    @Test
    void quotesAndDashesAreTheSameInBoth() {
        assertThat(ThaiText.of(in("windows-1252", "“A” – B…"))).contains(new ThaiText("“A” – B…", "windows-874"));
    }

    @Test
    void otherThaiEncodingsAreRefused() {
        assertThat(ThaiText.of("\uFEFFหน่วย".getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
        assertThat(ThaiText.of("\uFEFFหน่วย".getBytes(StandardCharsets.UTF_16BE)))
                .isEmpty();
    }
}
