package org.prongsai.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real mail server on one port, which others may take over for a while; remembers everything it was given. */
public final class PostOffice {
    public final int port = freePort();
    private final List<GreenMail> days = new ArrayList<>();

    PostOffice() {
        open();
    }

    void open() {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        days.add(server);
    }

    void close() {
        days.getLast().stop();
    }

    /** Every mail to this address so far, in the order it came. */
    public List<MimeMessage> mailsTo(String address) {
        return days.stream()
                .flatMap(day -> Arrays.stream(day.getReceivedMessages()))
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            Address[] to = mail.getRecipients(RecipientType.TO);
            return to[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
