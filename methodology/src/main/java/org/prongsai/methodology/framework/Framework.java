package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One year's methodology as data; a version, once assigned, is part of its {@code ref} ({@code name@n}).
 *
 * @param fiscalYear Buddhist era; 2567 is 1 October 2023 to 30 September 2024
 * @param focus what the authority looks at in this year, in a sentence
 * @param provenance where its wording comes from, wherever a text does not say otherwise
 * @param translations for each language beside Thai and English whether it is {@code official} or {@code unofficial}
 * @param hostedEvidence whether evidence kept on the platform counts beside that on the unit's own site
 */
public record Framework(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ref,
        String name,
        int fiscalYear,
        Map<String, String> title,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> focus,
        String provenance,
        List<String> languages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> translations,
        Rounding rounding,
        BelowMinimum belowMinimum,
        GroupSize k,
        boolean hostedEvidence,
        List<Instrument> instruments,
        List<Level> levels,
        SampleRule sampleRule) {
    public Framework {
        title = Absent.texts(title);
        focus = Absent.texts(focus);
        translations = Absent.words(translations);
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

    /** The same methodology in one more language, or in new words of one it speaks. */
    public Framework speaking(String language, String standing, List<Instrument> others) {
        var spoken = Stream.concat(languages.stream(), Stream.of(language))
                .distinct()
                .toList();
        var standings = new TreeMap<>(translations);
        standings.put(language, standing);
        return copy(ref, spoken, standings, others);
    }

    /** The same methodology with this instrument in the place of the one of its code. */
    public Framework with(Instrument other) {
        var others = instruments.stream()
                .map(each -> each.code().equals(other.code()) ? other : each)
                .toList();
        return copy(ref, languages, translations, others);
    }

    private Framework withRef(@Nullable String other) {
        return copy(other, languages, translations, instruments);
    }

    private Framework copy(
            @Nullable String newRef,
            List<String> newLanguages,
            Map<String, String> newTranslations,
            List<Instrument> newInstruments) {
        return new Framework(
                newRef,
                name,
                fiscalYear,
                title,
                focus,
                provenance,
                newLanguages,
                newTranslations,
                rounding,
                belowMinimum,
                k,
                hostedEvidence,
                newInstruments,
                levels,
                sampleRule);
    }

    /** What it is called: {@code name@n}, or its name before a version was assigned. */
    public String refOrName() {
        return ref == null ? name : ref;
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
