package org.prongsai.assessment.group;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What goes into the next commit: each key once, and what came with a key again waits for the commits after it, so many of
 * it and no more: else one key alone would fill every commit to come.
 */
final class Gathering<K, T> {

    private static final int AGAIN = 128;

    private final Function<T, K> key;
    private final int most;
    private final Map<K, T> next = new LinkedHashMap<>();
    private final Map<K, Deque<T>> later = new LinkedHashMap<>();

    Gathering(Function<T, K> key, int most) {
        this.key = key;
        this.most = most;
    }

    /** Those for which there is no room. */
    List<T> add(Collection<T> arrived) {
        return arrived.stream().filter(one -> !add(one)).toList();
    }

    private boolean add(T one) {
        var its = key.apply(one);
        if (next.putIfAbsent(its, one) == null) {
            return true;
        }
        var again = later.computeIfAbsent(its, _ -> new ArrayDeque<>());
        return again.size() < AGAIN && again.add(one);
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /** How many more may be added. */
    int room() {
        return Math.max(0, most - next.size());
    }

    /** The commit, in order of arrival; of those that wait, the first of each key makes up the beginning of the next one. */
    List<T> take() {
        var taken = List.copyOf(next.values());
        next.clear();
        later.forEach((its, again) -> next.put(its, again.remove()));
        later.values().removeIf(Deque::isEmpty);
        return taken;
    }
}
