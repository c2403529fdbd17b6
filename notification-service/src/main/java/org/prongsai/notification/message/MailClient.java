package org.prongsai.notification.message;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a letter to the mail server, blocking, and says how that ended. */
@Component
class MailClient {
    private final JavaMailSender post;
    private final MailSettings settings;

    MailClient(JavaMailSender post, MailSettings settings) {
        this.post = post;
        this.settings = settings;
    }

    Outcome send(Letter letter, Instant now) {
        if (letter.to() == null) return new Outcome.Never("the person is not known any more");
        try {
            post.send(mime(letter, letter.to(), now));
            return new Outcome.Sent();
        } catch (AddressException wrong) {
            return new Outcome.Never(reason(wrong));
        } catch (MailException | MessagingException failed) {
            return causes(failed).anyMatch(MailClient::noSuchMailbox)
                    ? new Outcome.Never(reason(failed))
                    : new Outcome.Later(reason(failed));
        }
    }

    private MimeMessage mime(Letter letter, String to, Instant now) throws MessagingException {
        var mime = post.createMimeMessage();
        var parts = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        parts.setValidateAddresses(true);
        parts.setFrom(settings.from());
        parts.setTo(to);
        parts.setSubject(letter.subject());
        parts.setText(letter.body());
        parts.setSentDate(Date.from(now));
        mime.setHeader("Message-ID", letter.messageId());
        mime.setHeader("Content-Language", letter.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** The server refused the recipient; anything else may be the server's own trouble. */
    private static boolean noSuchMailbox(Throwable cause) {
        return cause instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    /** The deepest cause that has words, without addresses. */
    private static String reason(Throwable failed) {
        var last = causes(failed).reduce(failed, (above, below) -> below.getMessage() == null ? above : below);
        var words = Address.masked(last.getClass().getSimpleName() + ": " + last.getMessage())
                .strip();
        return words.length() > 300 ? words.substring(0, 300) : words;
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, MailClient::below)
                .limit(20);
    }

    private static @Nullable Throwable below(Throwable cause) {
        return switch (cause) {
            case MailSendException sending
            when sending.getMessageExceptions().length > 0 -> sending.getMessageExceptions()[0];
            case MessagingException mail when mail.getNextException() != null -> mail.getNextException();
            default -> cause.getCause();
        };
    }
}
