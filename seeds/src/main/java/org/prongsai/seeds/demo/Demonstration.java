package org.prongsai.seeds.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;

/** Everything made up for one round, made when it is asked for: its responses as sheets and its marks as lines of a file. */
public final class Demonstration {

    private final String seed;
    private final Map<String, Form> forms = new TreeMap<>();
    private final List<String> items;
    private final List<Unit> units;
    private final int responses;

    public Demonstration(String seed, Framework framework, List<Unit> units) {
        this.seed = seed;
        framework.instruments().stream()
                .filter(instrument -> !instrument.marked())
                .forEach(survey -> forms.put(survey.code(), Form.of(survey)));
        this.items = framework.instruments().stream()
                .filter(Instrument::marked)
                .flatMap(instrument -> instrument.items().stream())
                .map(Item::code)
                .toList();
        this.units = List.copyOf(units);
        this.responses = this.units.stream().mapToInt(Unit::responses).sum();
    }

    public List<Unit> units() {
        return units;
    }

    public int responses() {
        return responses;
    }

    public Form form(String instrument) {
        var form = forms.get(instrument);
        if (form == null) throw new IllegalArgumentException("the framework has no survey " + instrument);
        return form;
    }

    /** All sheets of a pool, at most this many at a time. */
    public Stream<Sheets> sheets(Pool pool, int most) {
        var crowd = new Crowd(seed, pool, form(pool.instrument()));
        return IntStream.iterate(0, from -> from < pool.responses(), from -> from + most)
                .mapToObj(from -> crowd.sheets(from, Math.min(from + most, pool.responses())));
    }

    /** Requests of at most this many lines; only a pool larger than that is cut, into even pieces. */
    public Stream<Batch> batches(int most) {
        return Batch.of(units.stream().flatMap(Unit::pools), most);
    }

    String lines(Slice slice) {
        return new String(
                new Crowd(seed, slice.pool(), form(slice.pool().instrument()))
                        .sheets(slice.from(), slice.to())
                        .lines(),
                StandardCharsets.UTF_8);
    }

    /** As newline-delimited JSON, as a round's import of responses takes it. */
    public String lines(Batch batch) {
        var lines = new StringBuilder();
        batch.slices().forEach(slice -> lines.append(lines(slice)));
        return lines.toString();
    }

    /** One line per unit and item, each 0 or 100, with as many zeros as the plan says. */
    public Stream<String> marks() {
        return units.stream().flatMap(this::marks);
    }

    private Stream<String> marks(Unit unit) {
        return unit.missingItems().stream().flatMap(count -> {
            List<String> missing = new Lot(Dice.of(seed).to(unit.agency())).draw(items, count);
            return items.stream()
                    .map(item -> "%s,%s,%d".formatted(unit.agency(), item, missing.contains(item) ? 0 : 100));
        });
    }
}
