package org.prongsai.portal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Knows the addresses of styles and scripts. All share a version that changes with the content of any of them, so that
 * browsers may keep them for a year and a script finds those it imports beside itself.
 */
@Component
public class AssetReader {

    private static final int DIGITS = 12;

    private final String version;

    AssetReader() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:assets/*.*");
            Arrays.sort(files, Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
            var digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) digest.update(file.getContentAsByteArray());
            version = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the assets cannot be read", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of a file in {@code assets/}, or of the script that draws QR codes. */
    public String of(String name) {
        return "/assets/" + version + "/" + name;
    }

    String version() {
        return version;
    }
}
