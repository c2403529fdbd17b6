package org.prongsai.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A service that is not there: its port is held, so that nobody else gets it (the gateway under test asks for any free
 * one), and nobody listens on it.
 */
final class AbsentServer {
    private static final Socket HELD = held();

    private AbsentServer() {}

    static URI base() {
        return URI.create("http://localhost:" + HELD.getLocalPort());
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
