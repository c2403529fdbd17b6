package org.prongsai.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 answer as its bytes come in: what it says, and whether all of it is there. */
final class Answer {

    private static final int LARGEST = 64 * 1024;
    private static final int STATUS = "http/1.1 ".length();
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String END_OF_CHUNKS = "0\r\n\r\n";

    private final byte[] bytes = new byte[LARGEST];
    private int length;
    private String head = "";

    /** Whether the answer is complete with these. */
    boolean take(ByteBuffer part) {
        int count = part.remaining();
        part.get(bytes, length, count);
        length += count;
        if (head.isEmpty()) {
            head = readHead();
        }
        return !head.isEmpty() && isWhole();
    }

    int status() {
        return Integer.parseInt(head, STATUS, STATUS + 3, 10);
    }

    /** Whether the other side ends the connection after this answer. */
    boolean isLast() {
        return head.contains("\r\nconnection: close\r\n");
    }

    void clear() {
        length = 0;
        head = "";
    }

    private String readHead() {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        return end < 0 ? "" : text.substring(0, end + END_OF_HEAD.length()).toLowerCase(Locale.ROOT);
    }

    private boolean isWhole() {
        if (head.contains("\r\ntransfer-encoding: chunked\r\n")) {
            return endsWith(END_OF_CHUNKS);
        }
        return length >= head.length() + contentLength();
    }

    private int contentLength() {
        String name = "\r\ncontent-length:";
        int at = head.indexOf(name);
        if (at < 0) {
            return 0;
        }
        int from = at + name.length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
    }

    private boolean endsWith(String text) {
        int from = length - text.length();
        return from >= 0 && new String(bytes, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }
}
