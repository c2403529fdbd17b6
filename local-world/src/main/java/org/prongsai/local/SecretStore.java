package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Keeps generated passwords and keys, one 0600 file per property in one 0700 folder per process. */
record SecretStore(Path folder) {

    /** What processes need beside the passwords of their databases, in 32 bytes as base64url. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "assessment-service",
            List.of("prongsai.tickets.code-key", "prongsai.tickets.seal-key", "prongsai.challenges.key"),
            "gateway",
            List.of("prongsai.sign-in.session-keys"));

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes the keys that are not there yet. */
    void makeKeys() {
        KEYS.forEach((service, keys) -> keys.forEach(key -> readOrCreate(service, key)));
    }

    Path folderOf(String process) {
        return FolderStore.create(folder.resolve(process));
    }

    /** An emptied file is as good as none: nobody can sign in without a password. */
    String readOrCreate(String process, String key) {
        var file = folderOf(process).resolve(key);
        try {
            if (!Files.exists(file) || Files.readString(file).isBlank()) {
                write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret " + file, e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String secret) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), ".", ".new", ownerOnly());
        Files.writeString(fresh, secret);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
