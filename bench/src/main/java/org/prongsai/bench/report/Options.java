package org.prongsai.bench.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody typed after a command: options with a value each, and flags; what is not typed has its default. */
public record Options(Map<String, String> values, Set<String> flags) {

    /** @param defaults every option with its default; an empty one is none */
    public static Options of(Map<String, String> defaults, Set<String> flags, List<String> typed) {
        var given = new HashMap<>(defaults);
        var raised = new HashSet<String>();
        for (var rest = typed.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (flags.contains(option)) {
                raised.add(option);
            } else if (!defaults.containsKey(option)) {
                throw new IllegalArgumentException("there is no option " + option);
            } else if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            } else {
                given.put(option, rest.next());
            }
        }
        return new Options(given, raised);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public String text(String option) {
        return values.getOrDefault(option, "");
    }

    public int number(String option, int least, int most) {
        return number(option, text(option), least, most);
    }

    /** Numbers with commas, none of them twice, from the smallest. */
    public List<Integer> numbers(String option, int least, int most) {
        return Arrays.stream(text(option).split(",", -1))
                .map(each -> number(option, each, least, most))
                .distinct()
                .sorted()
                .toList();
    }

    /** Scenarios with commas, in the order in which they are declared however they are named. */
    public <E extends Enum<E>> List<E> chosen(String option, Class<E> all) {
        var wanted = List.of(text(option).split(",", -1));
        var known = words(all);
        wanted.stream()
                .filter(word -> !List.of(known.split(",")).contains(word))
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException(
                            "%s %s: there is no such scenario; there are %s".formatted(option, word, known));
                });
        return Arrays.stream(all.getEnumConstants())
                .filter(each -> wanted.contains(word(each)))
                .toList();
    }

    public static String words(Class<? extends Enum<?>> all) {
        return Arrays.stream(all.getEnumConstants()).map(Options::word).collect(Collectors.joining(","));
    }

    public static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    private static int number(String option, String text, int least, int most) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "%s %s: it must be a number from %,d to %,d".formatted(option, text, least, most));
        }
        return Integer.parseInt(text);
    }
}
