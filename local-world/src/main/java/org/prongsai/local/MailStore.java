package org.prongsai.local;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps each delivered message as a file, newest last by name. */
final class MailStore {

    private final Path folder;
    private final AtomicLong last = new AtomicLong();

    MailStore(Path folder) {
        this.folder = FolderStore.create(folder);
    }

    void add(String to, MimeMessage message, long millis) {
        var number = last.updateAndGet(previous -> Math.max(previous + 1, millis * 1000));
        try {
            var fresh = folder.resolve(number + ".new");
            try (var out = Files.newOutputStream(fresh)) {
                out.write(("X-Delivered-To: " + to + "\r\n").getBytes(StandardCharsets.US_ASCII));
                message.writeTo(out);
            }
            Files.move(fresh, folder.resolve(number + ".eml"));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("cannot keep a message in " + folder, e);
        }
    }

    List<Mail> newestFirst() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .map(MailStore::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Mail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var sent = message.getSentDate();
            return new Mail(
                    address(message.getFrom()),
                    message.getHeader("X-Delivered-To", ","),
                    String.valueOf(message.getSubject()),
                    sent == null ? "" : sent.toInstant().toString(),
                    text(message));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static String address(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress first
                ? first.getAddress()
                : "";
    }

    private static String text(Part part) throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                var text = text(several.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/*") ? String.valueOf(part.getContent()) : "";
    }
}
