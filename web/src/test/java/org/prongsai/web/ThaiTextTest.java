package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

    @Test
    void otherThaiEncodingsAreRefused() {
        assertThat(ThaiText.of("\uFEFFหน่วย".getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
        assertThat(ThaiText.of("\uFEFFหน่วย".getBytes(StandardCharsets.UTF_16BE)))
                .isEmpty();
    }
}
