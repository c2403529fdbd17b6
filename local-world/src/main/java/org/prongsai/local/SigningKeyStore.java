package org.prongsai.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** Keeps the issuer's key, so that tokens outlive a restart. */
record SigningKeyStore(Path folder) {

    RSAKey readOrCreate() {
        var file = FolderStore.create(folder).resolve("signing.jwk");
        try {
            if (!Files.exists(file)) {
                write(
                        file,
                        new RSAKeyGenerator(2048)
                                .keyID(UUID.randomUUID().toString())
                                .generate());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the signing key " + file, e);
        } catch (JOSEException | ParseException e) {
            throw new Refusal("the signing key " + file + " cannot be used; remove it to get a new one", e);
        }
    }

    private static void write(Path file, RSAKey key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.getParent(), ".", ".new", ownerOnly);
        Files.writeString(fresh, key.toJSONString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
