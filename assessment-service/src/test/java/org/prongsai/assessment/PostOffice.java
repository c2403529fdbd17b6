package org.prongsai.assessment;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prongsai.local.TestWorld;

/** A real mail server on one port, which may close for a while; it remembers every letter that it was given. */
public final class PostOffice {

    private final int port = TestWorld.freePort();
    private final List<GreenMail> days = new ArrayList<>();

    PostOffice() {
        open();
    }

    public int port() {
        return port;
    }

    public void open() {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        days.add(server);
    }

    public void close() {
        days.getLast().stop();
    }

    /** Every letter to this address so far, in the order in which they came. */
    public List<MimeMessage> lettersTo(String address) {
        return days.stream()
                .flatMap(day -> Arrays.stream(day.getReceivedMessages()))
                .filter(letter -> to(letter).equals(address))
                .toList();
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
