package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One year's methodology as data; a version, once assigned, is part of its {@code ref} ({@code name@n}). */
public record Framework(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ref,
        String name,
        int fiscalYear,
        Map<String, String> title,
        String provenance,
        List<String> languages,
        Rounding rounding,
        BelowMinimum belowMinimum,
        List<Instrument> instruments,
        List<Level> levels,
        SampleRule sampleRule) {
    public Framework {
        title = Absent.texts(title);
        languages = Absent.list(languages);
        instruments = Absent.list(instruments);
        levels = Absent.list(levels);
    }

    /** The same methodology under a version. */
    public Framework at(int version) {
        return withRef(name + "@" + version);
    }

    /** The same methodology before a version was assigned; two uploads of one file are equal here. */
    public Framework unversioned() {
        return withRef(null);
    }

    private Framework withRef(@Nullable String other) {
        return new Framework(
                other,
                name,
                fiscalYear,
                title,
                provenance,
                languages,
                rounding,
                belowMinimum,
                instruments,
                levels,
                sampleRule);
    }

    public Optional<Instrument> instrument(String instrument) {
        return instruments.stream()
                .filter(each -> each.code().equals(instrument))
                .findFirst();
    }

    /** Item codes are unique over the whole framework. */
    public Optional<Item> item(String item) {
        return instruments.stream().flatMap(each -> each.item(item).stream()).findFirst();
    }

    /** The first level that is reached, best first. */
    public Level level(BigDecimal total, Collection<BigDecimal> scores) {
        return levels.stream()
                .filter(each -> each.reachedBy(total, scores))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no level for " + total));
    }
}
