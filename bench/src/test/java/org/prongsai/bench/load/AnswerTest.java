package org.prongsai.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is over when its last byte is there, neither before nor after. */
class AnswerTest {

    private static final String WHOLE =
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"a\":\"b\"}\r\n";

    private final Answer answer = new Answer();

    private boolean take(String text) {
        return answer.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itIsReadInOnePiece() {
        assertThat(take(WHOLE)).isTrue();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isLast()).isFalse();
    }

    @Test
    void itIsReadByteByByte() {
        for (int i = 0; i < WHOLE.length() - 1; i++) {
            assertThat(take(WHOLE.substring(i, i + 1))).isFalse();
        }
        assertThat(take("\n")).isTrue();
    }

    @Test
    void chunksAreOverWithTheEmptyOne() {
        assertThat(take("HTTP/1.1 503 Service Unavailable\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n"))
                .isFalse();
        assertThat(take("0\r\n\r\n")).isTrue();
        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void withoutAnyLengthThereIsNoBody() {
        assertThat(take("HTTP/1.1 204 No Content\r\n\r\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "connection: Close"})
    void whoEndsTheConnectionSaysSo(String header) {
        assertThat(take("HTTP/1.1 400 Bad Request\r\n" + header + "\r\ncontent-length: 0\r\n\r\n"))
                .isTrue();
        assertThat(answer.isLast()).isTrue();
    }

    @Test
    void theNextOneBeginsAnew() {
        take(WHOLE);
        answer.clear();
        assertThat(take("HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n"))
                .isTrue();
        assertThat(answer.status()).isEqualTo(429);
    }
}
