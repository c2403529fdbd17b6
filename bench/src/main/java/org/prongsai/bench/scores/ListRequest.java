package org.prongsai.bench.scores;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.prongsai.bench.load.Requests;

/** One page of a list that is asked for again and again. */
final class ListRequest implements Requests {

    private final byte[] bytes;

    /** @param token of somebody who may read it */
    ListRequest(String host, String path, String token) {
        String request = """
                GET %s HTTP/1.1
                Host: %s
                Accept: application/json
                Authorization: Bearer %s

                """.formatted(path, host, token).replace("\n", "\r\n");
        this.bytes = request.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void next(ByteBuffer into) {
        into.put(bytes);
    }
}
