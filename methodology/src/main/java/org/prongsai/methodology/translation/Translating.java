package org.prongsai.methodology.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.framework.SubItem;

/** Goes through a framework and adds one language to the surveys it has words for; what does not fit is noted. */
final class Translating {
    private final Translation words;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();

    Translating(Translation words) {
        this.words = words;
    }

    Parsed<Framework> of(Framework framework) {
        var instruments = framework.instruments().stream()
                .map(each -> spoken(each) ? instrument(each) : each)
                .toList();
        if (words.status().equals(Translation.ORIGINAL) || List.of("th", "en").contains(words.language()))
            faults.add(new Fault("/language", "original-language", "a language beside th and en", words.language()));
        for (var code : words.questions().keySet())
            if (!used.contains(code))
                faults.add(new Fault(at(code), "unknown-question", "a question of " + framework.name(), code));
        return Parsed.of(framework.speaking(words.language(), words.status(), instruments), faults);
    }

    private boolean spoken(Instrument instrument) {
        return !instrument.marked()
                && instrument.items().stream()
                        .anyMatch(item -> words.questions().containsKey(item.code())
                                || item.subItems().stream()
                                        .anyMatch(sub -> words.questions().containsKey(sub.code())));
    }

    private Instrument instrument(Instrument of) {
        return of.asking(of.indicators().stream().map(this::indicator).toList());
    }

    private Indicator indicator(Indicator of) {
        return new Indicator(
                of.code(),
                of.title(),
                of.provenance(),
                of.items().stream().map(this::item).toList(),
                of.subIndicators().stream().map(this::subIndicator).toList());
    }

    private SubIndicator subIndicator(SubIndicator of) {
        return new SubIndicator(
                of.code(),
                of.title(),
                of.provenance(),
                of.items().stream().map(this::item).toList());
    }

    private Item item(Item of) {
        return new Item(
                of.code(),
                question(of.code(), of.text()),
                of.provenance(),
                of.provenances(),
                of.subItems().stream().map(this::subItem).toList(),
                options(of.code(), of.options()),
                of.elements(),
                of.guidance(),
                of.examples(),
                of.legalBasis());
    }

    private SubItem subItem(SubItem of) {
        return new SubItem(
                of.code(), question(of.code(), of.text()), of.provenance(), options(of.code(), of.options()));
    }

    private Map<String, String> question(String code, Map<String, String> text) {
        var phrase = words.questions().get(code);
        used.add(code);
        if (phrase == null) faults.add(Fault.of(at(code), "missing"));
        return with(text, phrase == null ? null : phrase.text());
    }

    private List<Option> options(String code, List<Option> options) {
        var phrase = words.questions().get(code);
        Map<String, String> given = phrase == null ? Map.of() : phrase.options();
        var known = options.stream().map(Option::code).toList();
        for (var option : given.keySet())
            if (!known.contains(option))
                faults.add(new Fault(at(code) + "/options" + Fault.step(option), "unknown-option", known, option));
        return options.stream().map(each -> option(code, each, given)).toList();
    }

    private Option option(String code, Option of, Map<String, String> given) {
        var label = given.get(of.code());
        if (label == null && words.questions().containsKey(code))
            faults.add(Fault.of(at(code) + "/options" + Fault.step(of.code()), "missing"));
        return new Option(of.code(), with(of.label(), label), of.value(), of.provenance());
    }

    private Map<String, String> with(Map<String, String> text, @Nullable String translated) {
        var all = new LinkedHashMap<>(text);
        if (translated != null) all.put(words.language(), translated);
        return all;
    }

    private static String at(String code) {
        return "/questions" + Fault.step(code);
    }
}
