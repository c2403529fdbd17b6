package org.prongsai.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Reads the result that was kept, which is none where none was. */
public final class LastReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LastReader() {}

    public static Last read(Path file) {
        if (!Files.exists(file)) {
            return Last.NONE;
        }
        try {
            return Last.of(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
