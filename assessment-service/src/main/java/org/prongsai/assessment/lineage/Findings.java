package org.prongsai.assessment.lineage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Fault;

/** Everything wrong with a form; what cannot be read is replaced by a stand-in, so that the rest is still checked. */
final class Findings {
    private static final List<String> LANGUAGES = List.of("th", "en");
    private static final int LONGEST_REASON = 500;
    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void add(String pointer, String reason, @Nullable Object expected, @Nullable Object actual) {
        faults.add(new Fault(pointer, reason, expected, actual));
    }

    String text(String pointer, @Nullable String given, Object expected) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty()) add(pointer, "missing", expected, null);
        return text;
    }

    void reason(@Nullable String given) {
        var reason = text("/reason", given, "why, and by which order");
        if (reason.length() > LONGEST_REASON)
            add("/reason", "too-long", "at most " + LONGEST_REASON + " characters", reason.length());
    }

    Map<String, String> name(String pointer, @Nullable Map<String, @Nullable String> given) {
        var texts = given == null ? Map.<String, @Nullable String>of() : given;
        var names = new LinkedHashMap<String, String>();
        for (var language : LANGUAGES) names.put(language, name(pointer + "/" + language, texts.get(language)));
        for (var language : texts.keySet())
            if (!LANGUAGES.contains(language)) add(pointer + "/" + language, "unknown-language", LANGUAGES, language);
        return names;
    }

    private String name(String pointer, @Nullable String given) {
        var name = text(pointer, given, Agency.NAME);
        if (!name.isEmpty() && !Agency.goodName(name)) add(pointer, "bad-name", Agency.NAME, name);
        return name;
    }

    /** The day, or null if there is none to read. */
    @Nullable
    LocalDate day(String pointer, @Nullable String given) {
        var text = text(pointer, given, "a date as 2026-10-01");
        try {
            return text.isEmpty() ? null : Dates.iso(text);
        } catch (DateTimeException unreadable) {
            add(pointer, "bad-date", "a date of the Christian era as 2026-10-01", text);
            return null;
        }
    }
}
