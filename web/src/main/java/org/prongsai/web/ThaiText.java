package org.prongsai.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a file from a Thai office: UTF-8, or windows-874 (TIS-620) of older spreadsheets, and never a guess. */
public record ThaiText(String text, String encoding) {
    public static final String EXPECTED = "a file saved as \"CSV UTF-8\", or in windows-874 (TIS-620)";
    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    /**
     * Almost any byte is a Thai letter in windows-874, so that French would be read as Thai. These are never Thai: a
     * sign or vowel behind, above or below without its letter, a vowel before no letter, one letter inside a Latin word,
     * and directly behind a Latin letter a digit, a sign of the end, or the sign of the baht.
     */
    private static final Pattern NO_THAI =
            Pattern.compile("(^|[^\\u0E01-\\u0E4E\\u0E5A])[\\u0E30\\u0E31\\u0E33-\\u0E3A\\u0E45\\u0E47-\\u0E4E]"
                    + "|[\\u0E40-\\u0E44]([^\\u0E01-\\u0E2E]|$)"
                    + "|[A-Za-z][\\u0E01-\\u0E5B][A-Za-z]"
                    + "|[A-Za-z][\\u0E3F\\u0E4F-\\u0E5B]");

    private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E5B]");

    /** A consonant with another one or a vowel: without any, a few strange letters are no Thai text. */
    private static final Pattern SYLLABLE =
            Pattern.compile("[\\u0E01-\\u0E2E][\\u0E01-\\u0E3A\\u0E40-\\u0E4E]|[\\u0E40-\\u0E44][\\u0E01-\\u0E2E]");

    /** Where a file stops being a text: the line, and the byte or the characters that stand there. */
    public record Foreign(long line, String found) {}

    /** Empty when the file is in neither encoding; {@link #foreign} says where. */
    public static Optional<ThaiText> of(byte[] content) {
        return FileText.of(content)
                .map(text -> new ThaiText(text, "UTF-8"))
                .or(() -> foreign(content).isPresent()
                        ? Optional.empty()
                        : Optional.of(new ThaiText(new String(content, WINDOWS_874), "windows-874")));
    }

    /** What is in the way of reading a file that is not UTF-8. */
    public static Optional<Foreign> foreign(byte[] content) {
        return mostlyUtf8(content)
                ? broken(content, StandardCharsets.UTF_8)
                : broken(content, WINDOWS_874).or(() -> implausible(new String(content, WINDOWS_874)));
    }

    private static Optional<Foreign> broken(byte[] content, Charset charset) {
        var bytes = ByteBuffer.wrap(content);
        var end = charset.newDecoder().decode(bytes, CharBuffer.allocate(content.length), true);
        if (!end.isError()) return Optional.empty();
        int at = bytes.position();
        long line = 1;
        for (int i = 0; i < at; i++) if (content[i] == '\n') line++;
        return Optional.of(new Foreign(line, "byte 0x%02X".formatted(content[at] & 0xFF)));
    }

    private static Optional<Foreign> implausible(String text) {
        var odd = (SYLLABLE.matcher(text).find() ? NO_THAI : THAI).matcher(text);
        if (!odd.find()) return Optional.empty();
        long line = 1
                + text.substring(0, odd.end() - 1)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        return Optional.of(new Foreign(line, odd.group().strip()));
    }

    /** Most of what is not ASCII is Thai as UTF-8 writes it (E0 B8 … and E0 B9 …): one broken byte makes it no older file. */
    private static boolean mostlyUtf8(byte[] content) {
        int thai = 0;
        int high = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] < 0) high++;
            if (i >= 2
                    && content[i] < (byte) 0xC0
                    && (content[i - 1] & 0xFE) == 0xB8
                    && (content[i - 2] & 0xFF) == 0xE0) thai += 3;
        }
        return thai * 2 > high;
    }
}
