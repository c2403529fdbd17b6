package org.prongsai.methodology.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind a command: files in their order, options with a value, and flags. */
record Options(List<String> files, Map<String, List<String>> values, Set<String> flags) {

    /** @throws IllegalArgumentException that names what was typed wrong */
    static Options read(List<String> typed, Set<String> valued, Set<String> flags, Set<String> repeated) {
        var files = new ArrayList<String>();
        var values = new LinkedHashMap<String, List<String>>();
        var seen = new LinkedHashSet<String>();
        var rest = new ArrayDeque<>(typed);
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (flags.contains(word)) seen.add(word);
            else if (values.containsKey(word) && !repeated.contains(word))
                throw new IllegalArgumentException(word + " was given twice");
            else if (valued.contains(word))
                values.computeIfAbsent(word, _ -> new ArrayList<>()).add(value(word, rest));
            else if (word.startsWith("--")) throw new IllegalArgumentException("there is no option " + word);
            else files.add(word);
        }
        return new Options(files, values, seen);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--"))
            throw new IllegalArgumentException(option + " needs a value");
        return rest.pop();
    }

    /** @throws IllegalArgumentException if it was another number of files */
    List<String> files(int wanted) {
        if (files.size() == wanted) return files;
        throw new IllegalArgumentException(
                "%d files are needed, %d were named: %s".formatted(wanted, files.size(), files));
    }

    Optional<String> value(String option) {
        return all(option).stream().findFirst();
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    String one(String option, List<String> allowed, String otherwise) {
        var value = value(option).orElse(otherwise);
        if (!allowed.contains(value))
            throw new IllegalArgumentException(
                    "%s is one of %s, not %s".formatted(option, String.join(", ", allowed), value));
        return value;
    }
}
