package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A line with a caller's address and a time would tell who answered when, whatever the line is about. */
@ExtendWith(OutputCaptureExtension.class)
class CallerPrivacyIT extends RunningGateway {
    private static final String UNIT = "/api/v1/rounds/r/agencies/imm-private";
    private static final int MORE_THAN_ARE_TAKEN_AT_ONCE = 400;
    private static final int CALLERS = 40;
    private static final int CALLERS_TO_A_PATH = 10;

    private final List<Integer> ports = new ArrayList<>();

    @Test
    void callersWhoSendManyRequestsAtOnceLeaveNoAddress(CapturedOutput log) throws IOException {
        for (int caller = 0; caller < CALLERS; caller++) {
            try (Socket socket = connected()) {
                write(socket, answers(MORE_THAN_ARE_TAKEN_AT_ONCE));
                body(socket);
            }
        }

        assertNobodyIsNamed(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/responses", "/responses/slow", "/items/broken", "/items/mute", "/score", "/score/slow"})
    void callersWhoHangUpInTheMiddleLeaveNoAddress(String path, CapturedOutput log) throws IOException {
        for (int caller = 0; caller < CALLERS_TO_A_PATH; caller++) {
            try (Socket socket = connected()) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                write(socket, answers(caller));
                write(socket, opening("POST", UNIT + path) + "Content-Length: 100\r\n\r\nhalf of it");
                if (caller % 2 == 1) {
                    write(socket, "x".repeat(90));
                    socket.getInputStream().read();
                }
            }
        }

        assertNobodyIsNamed(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.netty.bootstrap.ServerBootstrap",
                "io.netty.channel.ChannelInitializer",
                "io.netty.handler.ssl.ApplicationProtocolNegotiationHandler",
                "org.springframework.web.server.adapter.HttpWebHandlerAdapter",
                "reactor.netty.channel.ChannelOperationsHandler",
                "reactor.netty.channel.FluxReceive",
                "reactor.netty.http.server.HttpServerOperations",
                "reactor.netty.transport.ServerTransport"
            })
    void whoeverWouldWriteAddressesDownIsSilent(String writer) {
        assertThat(LoggerFactory.getLogger(writer).isErrorEnabled()).isFalse();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        ports.add(socket.getLocalPort());
        return socket;
    }

    private static String answers(int many) {
        return (opening("POST", UNIT + "/responses") + "Content-Length: 2\r\n\r\n{}").repeat(many);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void assertNobodyIsNamed(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain("R:/", "imm-private");
        ports.forEach(port -> assertThat(log.getAll()).doesNotContain(":" + port));
    }
}
