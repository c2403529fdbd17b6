package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
        assertThat(json(streamedRaw("/api/v1/rounds/r/marks/imports", 10 * MB))
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

    private HttpResponse<String> announced(String path, int size) {
        return send(to(path).POST(BodyPublishers.ofByteArray(new byte[size])));
    }

    private HttpResponse<String> streamed(String path, int size) {
        return send(to(path).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]))));
    }

    private String announcedOnly(String path, int size) {
        return raw("POST %s HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.%d\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, size % 250, size));
    }

    /** Sends chunk after chunk until it is done or told to stop, and then reads, as simple clients do. */
    private tools.jackson.databind.JsonNode streamedRaw(String path, int size) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            for (int sent = 0; sent < size && socket.getInputStream().available() == 0; sent += 0x10000) {
                socket.getOutputStream().write(chunk);
            }
            return body(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static tools.jackson.databind.JsonNode body(InputStream response) throws IOException {
        String text = new String(response.readAllBytes(), StandardCharsets.UTF_8);
        return EchoService.JSON.readTree(text.substring(text.indexOf("\r\n\r\n") + 4));
    }
}
