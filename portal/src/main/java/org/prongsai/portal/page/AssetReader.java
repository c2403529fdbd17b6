package org.prongsai.portal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Knows the address of each style and script, which changes with its content so that browsers may keep it for a year. */
@Component
public class AssetReader {

    private static final int DIGITS = 12;

    private final Map<String, String> addresses = new TreeMap<>();

    AssetReader() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:assets/*.*")) {
                String name = Objects.requireNonNull(file.getFilename());
                addresses.put(name, "/assets/" + name + "?" + version(file.getContentAsByteArray()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the assets cannot be read", unreadable);
        }
    }

    /** Of a file in {@code assets/}. */
    public String of(String name) {
        var address = addresses.get(name);
        if (address == null) throw new IllegalArgumentException("there is no asset " + name);
        return address;
    }

    private static String version(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
