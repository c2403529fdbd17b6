package org.prongsai.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A platform that is not there: its port is held, so that nobody else gets it, and nobody listens on it. */
final class AbsentPlatform {

    private static final Socket HELD = held();

    private AbsentPlatform() {}

    static String address() {
        return "http://localhost:" + HELD.getLocalPort();
    }

    private static Socket held() {
        try {
            var held = new Socket();
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
