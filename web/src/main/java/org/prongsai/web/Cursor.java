package org.prongsai.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in one list, readable only for the list, order and filter it was written for. The seal is there against
 * mistakes: who forges it sees no row that the list would not show them anyway.
 */
public record Cursor(String list) {
    private static final int SEAL = 9;
    private static final String SEPARATOR = "\u001f";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /** Say everything that makes it this list: {@code Cursor.of("agencies", parent, type, sort)}. */
    public static Cursor of(String list, @Nullable Object... filters) {
        return new Cursor(list + SEPARATOR + Arrays.toString(filters));
    }

    /** Where the next page starts: after the row with these sort keys. */
    public String after(List<String> keys) {
        var place = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        var sealed = Arrays.copyOf(seal(place), SEAL + place.length);
        System.arraycopy(place, 0, sealed, SEAL, place.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The sort keys to go on after, empty for the first page; a cursor of another list is refused by name. */
    public List<String> read(@Nullable String cursor) {
        return read(cursor, keys -> true);
    }

    /** The same for keys that must be of a kind, so that no query meets others. */
    public List<String> read(@Nullable String cursor, Predicate<List<String>> fit) {
        if (cursor == null || cursor.isEmpty()) return List.of();
        var keys = keys(cursor);
        if (!keys.stream().allMatch(TextReader::readable) || !fit.test(keys)) throw foreign(cursor);
        return keys;
    }

    /** The number to go on after in a list that is sorted by one, empty for the first page. */
    public OptionalLong number(@Nullable String cursor) {
        return read(cursor, keys -> NUMBER.matcher(keys.getFirst()).matches()).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private List<String> keys(String cursor) {
        var sealed = decode(cursor);
        if (sealed.length < SEAL) throw foreign(cursor);
        var place = Arrays.copyOfRange(sealed, SEAL, sealed.length);
        if (!Arrays.equals(seal(place), Arrays.copyOf(sealed, SEAL))) throw foreign(cursor);
        return List.of(new String(place, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private byte[] seal(byte[] place) {
        var digest = Etag.sha256();
        digest.update(list.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(place), SEAL);
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw foreign(cursor);
        }
    }

    private static Refusal foreign(String cursor) {
        var expected = "the \"next\" of this list with the same filters";
        return Problem.invalidRequest(new Fault("?cursor", "unknown-cursor", expected, cursor))
                .refusal();
    }
}
