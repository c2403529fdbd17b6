package org.prongsai.methodology.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;
import org.prongsai.methodology.framework.SubIndicator;

/** What an instrument looks like in the file: a survey with parts, or marked with a set of marks. */
record InstrumentShape(List<String> languages, String provenance) {
    private static final BigDecimal LEAST = new BigDecimal("0.000001");
    private static final Part WHOLE = new Part("1", Map.of(), null, BigDecimal.ONE, false);

    Instrument read(Place place) {
        return place.has("marks") || place.has("unfiled") ? marked(place) : survey(place);
    }

    private Instrument survey(Place place) {
        place.only("code", "title", "provenance", "weight", "parts", "indicators");
        return new Instrument(
                place.code("code", "instrument"),
                place.textsIfAny("title", languages),
                place.provenance(),
                weight(place),
                place.has("parts") ? place.sharing("parts", this::part, Part::weight) : List.of(WHOLE),
                List.of(),
                null,
                indicators(place, false));
    }

    private Instrument marked(Place place) {
        place.only("code", "title", "provenance", "weight", "marks", "unfiled", "indicators");
        var marks = place.integers("marks", 2, 0, 100);
        if (marks.stream().distinct().count() < marks.size()) place.fault("marks", "duplicate", "each mark once");
        int unfiled = place.integer("unfiled", 0, 100);
        if (place.has("unfiled") && !marks.isEmpty() && !marks.contains(unfiled))
            place.fault("unfiled", "unknown-mark", marks);
        return new Instrument(
                place.code("code", "instrument"),
                place.textsIfAny("title", languages),
                place.provenance(),
                weight(place),
                List.of(),
                marks,
                unfiled,
                indicators(place, true));
    }

    private static BigDecimal weight(Place place) {
        return place.decimal("weight", LEAST, BigDecimal.ONE);
    }

    private Part part(Place place) {
        place.only("code", "title", "provenance", "weight", "open");
        return new Part(
                place.code("code", place.pointer().replaceFirst("/\\d+$", "")),
                place.textsIfAny("title", languages),
                place.provenance(),
                weight(place),
                place.flag("open"));
    }

    private List<Indicator> indicators(Place place, boolean marked) {
        var items = new ItemShape(languages, provenance, marked);
        return place.list("indicators", 1, each -> indicator(each, items));
    }

    private Indicator indicator(Place place, ItemShape items) {
        place.only("code", "title", "provenance", "items", "subIndicators");
        boolean grouped = place.has("subIndicators");
        if (grouped && place.has("items")) place.fault("items", "not-here", "items in the sub-indicators");
        return new Indicator(
                place.code("code", "indicator"),
                place.texts("title", languages),
                place.provenance(),
                grouped ? List.of() : place.list("items", 1, items::read),
                grouped ? place.list("subIndicators", 1, each -> subIndicator(each, items)) : List.of());
    }

    private SubIndicator subIndicator(Place place, ItemShape items) {
        place.only("code", "title", "provenance", "items");
        return new SubIndicator(
                place.code("code", "sub-indicator"),
                place.textsIfAny("title", languages),
                place.provenance(),
                place.list("items", 1, items::read));
    }
}
