package org.prongsai.gateway.session;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals what browsers keep for us, so that they can neither read nor change it: AES-256-GCM, as a compact JWE. */
@Component
public class SealWriter {
    private final List<byte[]> keys;

    SealWriter(SessionSettings settings) {
        keys = settings.keys();
    }

    /** Without a key nothing can be sealed or opened. */
    public boolean hasKey() {
        return !keys.isEmpty();
    }

    /**
     * Seals a text under the first key.
     *
     * @param kind what it is, so that nothing can be taken for something else
     */
    public String seal(String kind, String text) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .contentType(kind)
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(keys.getFirst()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Nothing can be sealed", e);
        }
        return sealed.serialize();
    }

    /** Nothing when it was sealed under a key we do not have, or as something else, or was changed. */
    public Optional<String> open(String kind, String sealed) {
        return keys.stream().flatMap(key -> opened(kind, sealed, key).stream()).findFirst();
    }

    private static Optional<String> opened(String kind, String sealed, byte[] key) {
        try {
            JWEObject read = JWEObject.parse(sealed);
            JWEHeader header = read.getHeader();
            if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || !kind.equals(header.getContentType())) {
                return Optional.empty();
            }
            read.decrypt(new DirectDecrypter(key));
            return Optional.of(read.getPayload().toString());
        } catch (ParseException | JOSEException | RuntimeException notOurs) {
            // Anybody may send anything, and its parser trips over some of it.
            return Optional.empty();
        }
    }
}
