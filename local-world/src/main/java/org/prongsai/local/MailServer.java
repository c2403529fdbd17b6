package org.prongsai.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Takes any mail that is sent on this machine and delivers none of it. */
final class MailServer {

    private static final Duration STARTUP = Duration.ofSeconds(30);

    private final GreenMail smtp;
    private final MailStore store;

    MailServer(Path folder, int port) {
        this.store = new MailStore(folder);
        this.smtp = on(port);
    }

    /** One that may take its time to start, as everything does on a busy machine. */
    static GreenMail on(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP.toMillis());
        return new GreenMail(setup);
    }

    void start() {
        smtp.getUserManager().setMessageDeliveryHandler(this::keep);
        smtp.start();
    }

    void stop() {
        smtp.stop();
    }

    boolean isRunning() {
        return smtp.isRunning();
    }

    List<Mail> newestFirst() {
        return store.newestFirst();
    }

    private GreenMailUser keep(MovingMessage message, MailAddress to) throws UserException {
        store.add(to.getEmail(), message.getMessage(), System.currentTimeMillis());
        var users = smtp.getUserManager();
        var known = users.getUserByEmail(to.getEmail());
        return known != null ? known : users.createUser(to.getEmail(), to.getEmail(), to.getEmail());
    }
}
