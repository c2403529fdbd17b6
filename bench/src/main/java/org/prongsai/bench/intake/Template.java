package org.prongsai.bench.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A request that is ready to be sent but for its token. */
final class Template {

    /** Stands where the token will: 32 bytes as base64url. */
    static final String PLACE = "-".repeat(43);

    private final byte[] bytes;
    private final int token;

    /** @param token where the token lies in the bytes */
    private Template(byte[] bytes, int token) {
        this.bytes = bytes;
        this.token = token;
    }

    static Template of(String host, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String request = """
                POST %s HTTP/1.1
                Host: %s
                Content-Type: application/json
                Accept: application/json
                Content-Length: %d

                """.formatted(path, host, content.length).replace("\n", "\r\n") + body;
        int token = request.indexOf(PLACE);
        if (token < 0) {
            throw new IllegalArgumentException("a body without a place for the token: " + body);
        }
        return new Template(
                request.getBytes(StandardCharsets.UTF_8),
                request.substring(0, token).getBytes(StandardCharsets.UTF_8).length);
    }

    void write(ByteBuffer into, byte[] own) {
        int start = into.position();
        into.put(bytes).put(start + token, own);
    }
}
