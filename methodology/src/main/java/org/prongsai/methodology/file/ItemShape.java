package org.prongsai.methodology.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.framework.Element;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.SubItem;

/** What an item looks like in the file: asked with options or sub-items, or disclosed with elements. */
record ItemShape(List<String> languages, String provenance, boolean marked) {
    private static final List<String> NOTES = List.of("guidance", "examples", "legalBasis");

    Item read(Place place) {
        return marked ? disclosed(place) : asked(place);
    }

    private Item disclosed(Place place) {
        place.only(
                "code",
                "text",
                "provenance",
                "provenances",
                "subItems",
                "elements",
                "guidance",
                "examples",
                "legalBasis");
        if (!place.listIfAny("subItems", each -> each).isEmpty())
            place.fault("subItems", "not-here", "no sub-items in a marked instrument");
        return new Item(
                place.code("code", "question"),
                place.texts("text", languages),
                provenance(place),
                provenances(place),
                List.of(),
                List.of(),
                place.listIfAny("elements", this::element),
                place.textsIfAny("guidance", languages),
                place.manyTexts("examples", languages),
                place.textsIfAny("legalBasis", languages));
    }

    private Item asked(Place place) {
        place.only("code", "text", "provenance", "provenances", "subItems", "options", "guidance");
        var code = place.code("code", "question");
        var subItems = place.listIfAny("subItems", each -> subItem(each, code));
        return new Item(
                code,
                place.texts("text", languages),
                provenance(place),
                provenances(place),
                subItems,
                options(place, !subItems.isEmpty()),
                List.of(),
                place.textsIfAny("guidance", languages),
                List.of(),
                Map.of());
    }

    private String provenance(Place place) {
        var own = place.provenance();
        return own == null ? provenance : own;
    }

    /** Of the texts beside the item's own, where they come from elsewhere. */
    private static Map<String, String> provenances(Place place) {
        if (!place.has("provenances")) return Map.of();
        var written = NOTES.stream().filter(place::has).toList();
        var given = place.object("provenances").only(written.toArray(String[]::new));
        return written.stream()
                .filter(given::has)
                .collect(Collectors.toMap(each -> each, each -> given.word(each, Place.PROVENANCES)));
    }

    private SubItem subItem(Place place, String item) {
        place.only("code", "text", "provenance", "options", "subItems");
        if (place.has("subItems")) place.fault("subItems", "sub-item-within-sub-item", "one level of sub-items");
        var code = place.code("code", "question");
        if (!code.isEmpty() && !code.startsWith(item + "."))
            place.fault("code", "bad-code", "the item's code, a dot and a number, as in " + item + ".1");
        return new SubItem(code, place.texts("text", languages), place.provenance(), options(place, false));
    }

    private List<Option> options(Place place, boolean bySubItem) {
        if (!bySubItem) return valued(place, place.list("options", 2, this::option));
        if (!place.listIfAny("options", each -> each).isEmpty())
            place.fault("options", "not-here", "options on the sub-items");
        return List.of();
    }

    private List<Option> valued(Place place, List<Option> options) {
        if (options.size() >= 2 && options.stream().allMatch(each -> each.value() == null))
            place.fault("options", "no-values", "an option with a value");
        return options;
    }

    private Option option(Place place) {
        place.only("code", "label", "value", "provenance");
        return new Option(
                place.code("code", place.pointer().replaceFirst("/\\d+$", "")),
                place.texts("label", languages),
                place.has("value") ? place.integer("value", 0, 100) : null,
                place.provenance());
    }

    private Element element(Place place) {
        place.only("code", "text", "provenance", "asOf");
        return new Element(
                place.code("code", place.pointer().replaceFirst("/\\d+$", "")),
                place.texts("text", languages),
                place.provenance(),
                asOf(place));
    }

    private static @Nullable LocalDate asOf(Place place) {
        if (!place.has("asOf")) return null;
        try {
            var date = Dates.imported(place.word("asOf"));
            place.dated("asOf");
            return date;
        } catch (DateTimeException wrong) {
            place.fault("asOf", "bad-date", Dates.EXPECTED);
            return null;
        }
    }
}
