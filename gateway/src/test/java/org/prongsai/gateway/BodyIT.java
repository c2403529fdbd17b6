package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BodyIT extends RunningGateway {
    private static final int MB = 1024 * 1024;
    private static final String ANSWERS = "/api/v1/rounds/r/agencies/%s/responses";
    private static final String IMPORTS = "/api/v1/rounds/r/responses/imports";

    @Test
    void aMegabyteIsFine() {
        assertThat(json(announced(ANSWERS.formatted("a1"), MB)).path("length").asInt())
                .isEqualTo(MB);
        assertThat(json(streamed(ANSWERS.formatted("a2"), MB)).path("length").asInt())
                .isEqualTo(MB);
    }

    @Test
    void importsMayBeLarger() {
        assertThat(json(announced(IMPORTS, 8 * MB)).path("length").asInt()).isEqualTo(8 * MB);
        assertThat(json(streamed("/api/v1/agencies/imports", 8 * MB))
                        .path("length")
                        .asInt())
                .isEqualTo(8 * MB);
        assertThat(announcedOnly(IMPORTS, 8 * MB + 1)).startsWith("HTTP/1.1 413");
        assertThat(streamedRaw("/api/v1/rounds/r/marks/imports", 10 * MB)
                        .path("status")
                        .asInt())
                .isEqualTo(413);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotRead() {
        assertThat(announcedOnly(ANSWERS.formatted("a3"), 10 * MB))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/too-large", "1048576");
    }

    @Test
    void aStreamIsCutAtTheByteTooMany() {
        var problem = streamedRaw(ANSWERS.formatted("a4"), 10 * MB);

        assertThat(problem.path("type").asString()).isEqualTo("/problems/too-large");
        assertThat(problem.path("status").asInt()).isEqualTo(413);
    }

    @Test
    void whoeverGoesOnForEverIsHungUpOn() {
        assertThatThrownBy(() -> streamedRaw(ANSWERS.formatted("a5"), 100 * MB))
                .isInstanceOf(UncheckedIOException.class);
    }

    private HttpResponse<String> announced(String path, int size) {
        return send(to(path).POST(BodyPublishers.ofByteArray(new byte[size])));
    }

    private HttpResponse<String> streamed(String path, int size) {
        return send(to(path).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]))));
    }

    private String announcedOnly(String path, int size) {
        return raw(opening("POST", path) + "Connection: close\r\nContent-Length: " + size + "\r\n\r\n");
    }

    /**
     * Sends all of it whatever the other side says, and only then reads, as simple clients do; then asks again over the
     * same connection, which the refusal must have left in order.
     */
    private JsonNode streamedRaw(String path, int size) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            write(socket, opening("POST", path) + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int sent = 0; sent < size; sent += 0x10000) {
                write(socket, chunk);
            }
            write(socket, "0\r\n\r\n");
            JsonNode answer = body(socket);

            write(socket, opening("GET", "/api/v1/about") + "\r\n");
            assertThat(body(socket).has("tokenEndpoint")).isTrue();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
