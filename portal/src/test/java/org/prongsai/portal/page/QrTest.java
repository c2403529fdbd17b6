package org.prongsai.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void everyDarkSquareIsDrawnAndNoOther() {
        var text = "https://ita.example.go.th/a/imm-test/2570-test/iit#c=QWER-TY00-ZXCV-BN00";
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var qr = Qr.of(text);
        assertThat(qr.size()).isEqualTo(code.size + 8);
        var drawn = new boolean[code.size][code.size];
        var run = RUN.matcher(qr.path());
        while (run.find()) {
            assertThat(run.group(3)).isEqualTo(run.group(4));
            for (int x = 0; x < Integer.parseInt(run.group(3)); x++) {
                drawn[Integer.parseInt(run.group(2)) - 4][Integer.parseInt(run.group(1)) - 4 + x] = true;
            }
        }
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) assertThat(drawn[y][x]).isEqualTo(code.getModule(x, y));
        }
    }
}
