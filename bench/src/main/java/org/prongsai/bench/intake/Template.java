package org.prongsai.bench.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A request that is ready to be sent but for what is each one's own. */
final class Template {

    private final byte[] bytes;
    private final int own;

    /** @param own where in the bytes that lies which each request has for itself */
    private Template(byte[] bytes, int own) {
        this.bytes = bytes;
        this.own = own;
    }

    /** Stands where so many bytes of each request's own will. */
    static String place(int length) {
        return "~".repeat(length);
    }

    /** @param body with a {@link #place} */
    static Template of(String host, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String request = """
                POST %s HTTP/1.1
                Host: %s
                Content-Type: application/json
                Accept: application/json
                Content-Length: %d

                """.formatted(path, host, content.length).replace("\n", "\r\n") + body;
        int own = request.indexOf(place(1));
        if (own < 0) {
            throw new IllegalArgumentException("a body without a place: " + body);
        }
        return new Template(
                request.getBytes(StandardCharsets.UTF_8),
                request.substring(0, own).getBytes(StandardCharsets.UTF_8).length);
    }

    void write(ByteBuffer into, byte[] each) {
        int start = into.position();
        into.put(bytes).put(start + own, each);
    }
}
