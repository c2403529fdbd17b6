package org.prongsai.portal.speech;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All words in all languages; Thai and English have every one, other languages those of the answering pages. */
public final class Words {

    /** In which every page can be read. */
    public static final List<String> EVERYWHERE = List.of("th", "en");

    private static final String FALLBACK = "en";

    private final Map<String, Tongue> tongues;
    private final Map<String, Map<String, String>> texts;

    Words(Collection<Tongue> tongues, Map<String, Map<String, String>> texts) {
        this.tongues = new TreeMap<>();
        tongues.forEach(tongue -> this.tongues.put(tongue.code(), tongue));
        this.texts = Map.copyOf(texts);
    }

    /** Those of these languages that there are words in: Thai and English first, then in the order of their codes. */
    public List<Tongue> spoken(Collection<String> codes) {
        return Stream.concat(EVERYWHERE.stream(), tongues.keySet().stream().filter(code -> !EVERYWHERE.contains(code)))
                .filter(codes::contains)
                .map(tongues::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of all languages that there are words in. */
    public Collection<String> codes() {
        return tongues.keySet();
    }

    /** The words of one language, whoever reads the page. */
    public Speech in(String code) {
        return speech(code, null, List.of(code, FALLBACK));
    }

    /**
     * The language to speak: the one that was chosen if it is offered, else the best of those that the browser asks for,
     * else English, which most strangers can read.
     */
    public Speech speech(@Nullable String chosen, @Nullable String accepted, Collection<String> offered) {
        var codes = spoken(offered).stream().map(Tongue::code).toList();
        String code = chosen != null && codes.contains(chosen) ? chosen : best(accepted, codes);
        var tongue = Objects.requireNonNull(tongues.get(code), code);
        return new Speech(tongue, texts.getOrDefault(code, Map.of()), texts.getOrDefault(FALLBACK, Map.of()));
    }

    private static String best(@Nullable String accepted, List<String> codes) {
        if (accepted == null || accepted.isBlank()) return FALLBACK;
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), codes);
            return best == null ? FALLBACK : best;
        } catch (IllegalArgumentException unreadable) {
            return FALLBACK;
        }
    }
}
