package org.prongsai.methodology.itemlist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.itemlist.Pair.Fate;

/** An official list and a framework's instrument side by side, in the order of the list, then what only the framework has. */
public final class SideBySide {
    private final Framework framework;
    private final Instrument instrument;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Item> ours = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    private SideBySide(Framework framework, ItemList list) {
        this.framework = framework;
        this.instrument = list.instrument();
        instrument.indicators().stream()
                .flatMap(each -> each.subIndicators().stream())
                .forEach(group -> group.items().forEach(item -> put(group, item)));
        pair(list.items());
    }

    public static SideBySide of(Framework framework, ItemList list) {
        return new SideBySide(framework, list);
    }

    private void put(SubIndicator group, Item item) {
        ours.put(item.code(), item);
        places.put(item.code(), group.code());
    }

    private void pair(List<Listed> listed) {
        var found = Matching.of(listed, ours.values());
        var used = new HashSet<>(found.values());
        for (var each : listed) {
            var item = found.get(each);
            var old = ours.get(each.code());
            if (item != null) pairs.add(kept(each, item));
            else if (old != null && used.add(old))
                pairs.add(new Pair(each, old, places.get(old.code()), Fate.REPLACED));
            else pairs.add(new Pair(each, null, null, Fate.ADDED));
        }
        ours.values().stream()
                .filter(item -> !used.contains(item))
                .forEach(item -> pairs.add(new Pair(null, item, places.get(item.code()), Fate.MISSING)));
    }

    private Pair kept(Listed listed, Item item) {
        var place = places.get(item.code());
        return new Pair(listed, item, place, fate(listed, item, place));
    }

    private static Fate fate(Listed listed, Item item, @Nullable String place) {
        if (!item.code().equals(listed.code())) return Fate.RENUMBERED;
        if (!listed.subIndicator().equals(place)) return Fate.MOVED;
        return item.text().entrySet().containsAll(listed.title().entrySet()) ? Fate.SAME : Fate.REWORDED;
    }

    @JsonProperty("items")
    public List<Pair> pairs() {
        return pairs;
    }

    /** How many items have each fate. */
    @JsonProperty
    public Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        for (var fate : Fate.values()) counts.put(fate.code(), 0);
        pairs.forEach(pair -> counts.merge(pair.fate().code(), 1, Integer::sum));
        return counts;
    }

    /** The framework with the list's items, places, titles and order; what is our own of an item that stays, stays; of a replaced one it goes. */
    @JsonIgnore
    public Parsed<Framework> taken() {
        var indicators = instrument.indicators().stream().map(this::indicator).toList();
        // What is written here must be readable for ever, so it is read once before anybody keeps it.
        return FrameworkFile.parse(FrameworkFile.json(framework.with(instrument.asking(indicators))));
    }

    private Indicator indicator(Indicator of) {
        return new Indicator(
                of.code(),
                of.title(),
                of.provenance(),
                of.items(),
                of.subIndicators().stream().map(this::group).toList());
    }

    private SubIndicator group(SubIndicator of) {
        var items = pairs.stream()
                .filter(pair ->
                        pair.listed() != null && pair.listed().subIndicator().equals(of.code()))
                .map(pair -> new Taking().item(pair))
                .toList();
        return new SubIndicator(of.code(), of.title(), of.provenance(), items);
    }
}
