package org.prongsai.assessment.letter;

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

/** Hands a letter to the mail server, blocking, and says how that ended in words that nobody else's mailbox is in. */
@Component
class MailClient {

    private static final int DEEPEST = 20;

    private final JavaMailSender post;
    private final LetterSettings settings;

    MailClient(JavaMailSender post, LetterSettings settings) {
        this.post = post;
        this.settings = settings;
    }

    Outcome send(Letter letter, Instant now) {
        try {
            post.send(mime(letter, now));
            return new Outcome.Sent();
        } catch (AddressException wrong) {
            return new Outcome.Never(reason(wrong));
        } catch (MailException | MessagingException failed) {
            return causes(failed).anyMatch(MailClient::noSuchMailbox)
                    ? new Outcome.Never(reason(failed))
                    : new Outcome.Later(reason(failed));
        }
    }

    private MimeMessage mime(Letter letter, Instant now) throws MessagingException {
        var mime = post.createMimeMessage();
        var parts = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(letter.enclosed().to());
        parts.setSubject(letter.text().subject());
        parts.setText(letter.body());
        parts.setSentDate(Date.from(now));
        mime.setHeader("Message-ID", letter.messageId());
        mime.setHeader("Content-Language", letter.text().language());
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** The server refused the mailbox; anything else may be its own trouble. */
    private static boolean noSuchMailbox(Throwable cause) {
        return cause instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    /** The kind of the deepest cause and no word of it: servers repeat the address in what they answer. */
    private static String reason(Throwable failed) {
        return causes(failed).reduce(failed, (above, below) -> below).getClass().getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, MailClient::below)
                .limit(DEEPEST);
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
