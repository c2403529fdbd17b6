package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTextTest {
    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(FileText.of("\uFEFFหน่วย".getBytes(StandardCharsets.UTF_8))).contains("หน่วย");
        assertThat(FileText.of("หน่วย".getBytes(StandardCharsets.UTF_8))).contains("หน่วย");
        assertThat(FileText.of(new byte[0])).contains("");
    }

    @Test
    void anotherEncodingIsNotGuessed() {
        assertThat(FileText.of("หน่วย".getBytes(Charset.forName("TIS-620")))).isEmpty();
        assertThat(FileText.of("é".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
