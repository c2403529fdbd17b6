package org.prongsai.methodology.framework;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A framework without its words: everything that the same answers and marks are worth something by, one line for each
 * thing that has a code. Two frameworks of equal worth give every unit the same score; their texts, titles, languages,
 * guidance, legal bases and provenance may differ. The order of questions and options matters: tallies are kept in it.
 */
public record Bare(Map<String, String> byCode) {

    /** Where two frameworks are not worth the same; nothing on the side that lacks it. */
    public record Difference(
            String code, @Nullable String before, @Nullable String after) {}

    public static Bare of(Framework framework) {
        var bare = new Bare(new LinkedHashMap<>());
        bare.rules(framework);
        framework.instruments().forEach(bare::instrument);
        return bare;
    }

    /** Every code whose worth is another one there, in the order of the frameworks. */
    public List<Difference> differences(Bare after) {
        return Stream.concat(byCode.keySet().stream(), after.byCode.keySet().stream())
                .distinct()
                .filter(code -> !Objects.equals(byCode.get(code), after.byCode.get(code)))
                .map(code -> new Difference(code, byCode.get(code), after.byCode.get(code)))
                .toList();
    }

    private void rules(Framework framework) {
        var sample = framework.sampleRule();
        put("name", framework.name());
        put("fiscalYear", framework.fiscalYear());
        put(
                "rounding",
                framework.rounding().places() + " " + framework.rounding().mode());
        put("belowMinimum", framework.belowMinimum().code());
        put(
                "sampleRule",
                "census below %d, floor %d, share %s, above %d cap %d"
                        .formatted(
                                sample.censusBelow(),
                                sample.floor(),
                                number(sample.share()),
                                sample.capAbove(),
                                sample.cap()));
        put(
                "k",
                "from %d to %d, else %d"
                        .formatted(
                                framework.k().least(),
                                framework.k().largest(),
                                framework.k().usual()));
        put("hostedEvidence", framework.hostedEvidence());
        put("levels", codes(framework.levels(), Level::code));
        framework
                .levels()
                .forEach(level -> put(
                        "level " + level.code(),
                        "from %s, every instrument from %s"
                                .formatted(number(level.totalMin()), number(level.everyInstrumentMin()))));
        put("instruments", codes(framework.instruments(), Instrument::code));
    }

    private void instrument(Instrument instrument) {
        put(
                instrument.code(),
                "weighs %s, marks %s, unfiled %s, parts %s, indicators %s"
                        .formatted(
                                number(instrument.weight()),
                                instrument.marks(),
                                instrument.unfiled(),
                                codes(instrument.parts(), Bare::part),
                                codes(instrument.indicators(), Indicator::code)));
        instrument.indicators().forEach(this::indicator);
    }

    private static String part(Part part) {
        return part.code() + " weighs " + number(part.weight()) + (part.open() ? " open" : "");
    }

    private void indicator(Indicator indicator) {
        put(
                "indicator " + indicator.code(),
                codes(indicator.items(), Item::code) + codes(indicator.subIndicators(), SubIndicator::code));
        indicator
                .subIndicators()
                .forEach(group -> put("sub-indicator " + group.code(), codes(group.items(), Item::code)));
        indicator.allItems().forEach(this::item);
    }

    private void item(Item item) {
        put(
                item.code(),
                "options %s, sub-items %s, elements %s"
                        .formatted(
                                codes(item.options(), Bare::option),
                                codes(item.subItems(), SubItem::code),
                                codes(item.elements(), Bare::element)));
        item.subItems().forEach(sub -> put(sub.code(), "options " + codes(sub.options(), Bare::option)));
    }

    private static String option(Option option) {
        return option.code() + "=" + option.value();
    }

    private static String element(Element element) {
        return element.asOf() == null ? element.code() : element.code() + " as of " + element.asOf();
    }

    private void put(String code, Object worth) {
        byCode.merge(code, worth.toString(), (one, other) -> one + "; " + other);
    }

    private static <T> String codes(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** 0.3 and 0.30 are worth the same. */
    private static String number(@Nullable BigDecimal number) {
        return number == null ? "nothing" : number.stripTrailingZeros().toPlainString();
    }
}
