package org.prongsai.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prongsai.blind.Base64Url;
import tools.jackson.databind.json.JsonMapper;

/** Each code is redeemed once, at its own unit, for a number that can be signed. */
class RedemptionsTest {

    private static final String CODE = "0123-4567-89AB-CDEF";
    private static final String OTHER = "FEDC-BA98-7654-3210";

    private final Redemptions redemptions = Redemptions.of(
            "localhost:8080",
            List.of(
                    new Redemptions.Drawn("/one/tickets", List.of(CODE)),
                    new Redemptions.Drawn("/two/tickets", List.of(OTHER))),
            new Random(1));

    private String next() {
        var buffer = ByteBuffer.allocate(16 * 1024);
        redemptions.next(buffer);
        return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
    }

    @Test
    void aRequestIsWholeAndItsNumberBelowTheModulus() {
        String request = next();
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(request).startsWith("POST /one/tickets HTTP/1.1\r\n").contains("Content-Length: " + body.length());
        var json = JsonMapper.builder().build().readTree(body);
        assertThat(json.path("invitation").asString()).isEqualTo(CODE);
        assertThat(Base64Url.decode(json.path("blinded").asString()).orElseThrow())
                .hasSize(256)
                .startsWith((byte) 0)
                .isNotEqualTo(new byte[256]);
    }

    @Test
    void noCodeIsUsedTwice() {
        assertThat(next()).contains(CODE);
        assertThat(next()).contains("/two/tickets", OTHER);
        assertThatThrownBy(this::next).hasMessageContaining("all of 2 codes are redeemed");
    }
}
