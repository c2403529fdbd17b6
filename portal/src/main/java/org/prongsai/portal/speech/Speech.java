package org.prongsai.portal.speech;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One language as pages speak it. */
public final class Speech {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

    private final Tongue tongue;
    private final Map<String, String> words;
    private final Map<String, String> fallback;

    Speech(Tongue tongue, Map<String, String> words, Map<String, String> fallback) {
        this.tongue = tongue;
        this.words = words;
        this.fallback = fallback;
    }

    /** As in the attribute {@code lang}. */
    public String code() {
        return tongue.code();
    }

    /** Whether what is said is a translation that no authority stands behind. */
    public boolean unofficial() {
        return !tongue.original();
    }

    /** Thai or English, for pages that no other language has. */
    public String official() {
        return Words.EVERYWHERE.contains(code()) ? code() : "en";
    }

    /** Whether this word is there in this language and not only in English. */
    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** The keys of all words that are there in this language. */
    public Stream<String> keys() {
        return words.keySet().stream();
    }

    /** The word of this key; a key that nobody has written is a mistake of ours. */
    public String say(String key) {
        var text = words.getOrDefault(key, fallback.get(key));
        if (text == null) throw new IllegalArgumentException("there is no word " + key);
        return text;
    }

    /** The same with its gaps filled: {@code {n}} by what is called {@code n}. */
    public String say(String key, Map<String, ?> filling) {
        return GAP.matcher(say(key)).replaceAll(gap -> {
            var value = filling.get(gap.group(1));
            if (value == null) throw new IllegalArgumentException(key + " needs " + gap.group());
            return Matcher.quoteReplacement(String.valueOf(value));
        });
    }

    /** What of a text in several languages is read here: this one, else English, else Thai, else any. */
    public String pick(Map<String, String> text) {
        for (String code : new String[] {code(), "en", "th"}) {
            var found = text.get(code);
            if (found != null && !found.isBlank()) return found;
        }
        return text.values().stream().findFirst().orElse("");
    }

    /** The language in which {@link #pick} finds it, for the attribute {@code lang}. */
    public String picked(Map<String, String> text) {
        return text.entrySet().stream()
                .filter(entry -> entry.getValue().equals(pick(text)))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> Boolean.compare(b.equals(code()), a.equals(code())))
                .findFirst()
                .orElse(code());
    }

    /** A day in Bangkok, with the Buddhist year in Thai. */
    public String day(Instant instant) {
        return date(instant.atZone(BANGKOK));
    }

    /** The last day of something that ends at this instant, and the time where that is not midnight. */
    public String until(Instant end) {
        var last = end.minusNanos(1).atZone(BANGKOK);
        var time = end.atZone(BANGKOK).toLocalTime();
        return time.equals(LocalTime.MIDNIGHT)
                ? date(last)
                : say("at-time", Map.of("date", date(last), "time", MINUTE.format(time)));
    }

    private String date(ZonedDateTime moment) {
        var locale = Locale.forLanguageTag(code());
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return code().equals("th")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
                        .withChronology(ThaiBuddhistChronology.INSTANCE)
                        .format(moment.toLocalDate())
                : format.format(moment);
    }
}
