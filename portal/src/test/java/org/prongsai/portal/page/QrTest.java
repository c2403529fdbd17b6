package org.prongsai.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrTest {

    @Test
    void aPictureHasItsQuietZoneAndItsThreeCorners() {
        var qr = Qr.of("https://ita.example.go.th/a/imm-chiangmai");
        // Of version 3 with the second level of correction: 29 squares, and four quiet ones on each side.
        assertThat(qr.size()).isEqualTo(37);
        assertThat(qr.path())
                .contains("M4 4h1v1h-1z", "M32 4h1v1h-1z", "M4 32h1v1h-1z")
                .doesNotContain("M3 ", "M33 ");
    }
}
