package org.prongsai.methodology.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The days on which offices are closed, in the years for which they are known. */
public final class Holidays {
    /** Why a day is free; {@code provenance} as in a framework. */
    public record Holiday(LocalDate date, Map<String, String> name, String kind, String provenance) {}

    private final Map<LocalDate, Holiday> byDate = new TreeMap<>();
    private final TreeSet<Integer> years = new TreeSet<>();

    public Holidays(Collection<Holiday> holidays) {
        for (var holiday : holidays) {
            byDate.put(holiday.date(), holiday);
            years.add(holiday.date().getYear());
        }
    }

    public Optional<Holiday> on(LocalDate date) {
        return Optional.ofNullable(byDate.get(date));
    }

    public Collection<Holiday> all() {
        return byDate.values();
    }

    /** A year without a single holiday is a year nobody has told us about. */
    public boolean known(LocalDate date) {
        return years.contains(date.getYear());
    }
}
