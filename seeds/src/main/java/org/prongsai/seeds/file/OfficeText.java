package org.prongsai.seeds.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of a file as offices save it: UTF-8, or windows-874 (TIS-620) of older spreadsheets; empty where it is in neither. */
public final class OfficeText {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    private OfficeText() {}

    public static Optional<String> of(byte[] content) {
        return Stream.of(StandardCharsets.UTF_8, WINDOWS_874)
                .flatMap(charset -> decoded(content, charset).stream())
                .findFirst();
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
