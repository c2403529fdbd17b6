package org.prongsai.methodology.file;

import java.util.HashMap;
import java.util.Map;

/** On which line of a file each of its places begins; a place that was not written begins where its surroundings do. */
final class Lines {
    private final Map<String, Integer> byPointer = new HashMap<>();

    void put(String pointer, int line) {
        byPointer.putIfAbsent(pointer, line);
    }

    int of(String pointer) {
        var place = pointer;
        while (!byPointer.containsKey(place) && !place.isEmpty()) place = place.substring(0, place.lastIndexOf('/'));
        return byPointer.getOrDefault(place, 1);
    }
}
