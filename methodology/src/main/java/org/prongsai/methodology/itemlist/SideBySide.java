package org.prongsai.methodology.itemlist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    /** An item is found again by its code, else by its title among those whose code the list no longer has. */
    private void pair(List<Listed> listed) {
        var codes = new HashSet<String>();
        listed.forEach(each -> codes.add(each.code()));
        Set<String> used = new HashSet<>();
        for (var each : listed) {
            var same = Optional.ofNullable(ours.get(each.code()));
            var found = same.or(() -> called(each, codes, used));
            found.ifPresent(item -> used.add(item.code()));
            pairs.add(pair(each, found.orElse(null)));
        }
        ours.values().stream()
                .filter(item -> !used.contains(item.code()))
                .forEach(item -> pairs.add(new Pair(null, item, places.get(item.code()), Fate.MISSING)));
    }

    private Optional<Item> called(Listed listed, Set<String> codes, Set<String> used) {
        return ours.values().stream()
                .filter(item -> !codes.contains(item.code()) && !used.contains(item.code()))
                .filter(item -> alike(item, listed))
                .findFirst();
    }

    private static boolean alike(Item item, Listed listed) {
        return plain(item.text().get("th")).equals(plain(listed.title().get("th")));
    }

    private static String plain(@Nullable String title) {
        return title == null ? "" : title.replaceAll("\\s+", "");
    }

    private Pair pair(Listed listed, @Nullable Item item) {
        if (item == null) return new Pair(listed, null, null, Fate.ADDED);
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

    /** The framework with the list's items, places, titles and order; what is our own of an item that stays, stays. */
    @JsonIgnore
    public Framework taken() {
        var indicators = instrument.indicators().stream().map(this::indicator).toList();
        return framework.with(instrument.asking(indicators));
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
