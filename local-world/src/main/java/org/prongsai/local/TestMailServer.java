package org.prongsai.local;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real mail server for tests, on one port that others may take over for a while; it remembers all it was given. */
public final class TestMailServer {

    private final int port = TestWorld.freePort();
    private final List<GreenMail> days = new ArrayList<>();

    public TestMailServer() {
        open();
    }

    public int port() {
        return port;
    }

    public void open() {
        var server = MailServer.on(port);
        server.start();
        days.add(server);
    }

    public void close() {
        days.getLast().stop();
    }

    /** Every mail to this address so far, in the order in which they came. */
    public List<MimeMessage> mailsTo(String address) {
        return days.stream()
                .flatMap(day -> Arrays.stream(day.getReceivedMessages()))
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
