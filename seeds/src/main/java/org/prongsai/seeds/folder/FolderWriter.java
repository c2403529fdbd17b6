package org.prongsai.seeds.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Pool;
import org.prongsai.seeds.demo.Sheets;
import org.prongsai.seeds.demo.Unit;

/** Writes a demonstration into a folder, holding no more of it at a time than some sheets and the counts of one pool. */
public final class FolderWriter {

    /** Written only where there are units that no register has. */
    public static final String AGENCIES = "agencies.csv";

    public static final String RESPONSES = "responses.ndjson";
    public static final String TALLIES = "tallies.csv";
    public static final String INDICATORS = "indicators.csv";
    public static final String MARKS = "marks.csv";
    public static final String POPULATION = "population.csv";
    public static final String README = "README.txt";

    private static final int SHEETS = 512;

    private final Framework framework;
    private final Demonstration demonstration;
    private final int sheets;

    public FolderWriter(Framework framework, Demonstration demonstration) {
        this(framework, demonstration, SHEETS);
    }

    FolderWriter(Framework framework, Demonstration demonstration, int sheets) {
        this.framework = framework;
        this.demonstration = demonstration;
        this.sheets = sheets;
    }

    /** Everything, or nothing; returns the digest of the counts. */
    public String write(Path folder, boolean overwrite, Legend legend, IntConsumer progress) {
        try (var store = UnfinishedStore.in(folder, overwrite)) {
            String digest = responses(store, progress);
            text(store, MARKS, Stream.concat(Stream.of("agency,item,mark"), demonstration.marks()));
            text(store, POPULATION, Stream.concat(Stream.of("agency,internal,external"), populations()));
            boolean strangers = !legend.roster().invented().isEmpty();
            if (strangers) text(store, AGENCIES, legend.roster().register());
            text(
                    store,
                    README,
                    legend.text(framework.name(), demonstration, digest).lines());
            store.finish(strangers ? List.of() : List.of(AGENCIES));
            return digest;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "--out %s: not everything could be written (%s); the files there are those that were there before"
                            .formatted(folder, FailureReader.of(failed)),
                    failed);
        }
    }

    private String responses(UnfinishedStore store, IntConsumer progress) throws IOException {
        var digest = new Digest();
        var done = new AtomicInteger();
        IntConsumer further = some -> progress.accept(done.addAndGet(some));
        try (OutputStream responses = store.open(RESPONSES);
                OutputStream tallies = store.open(TALLIES);
                OutputStream indicators = store.open(INDICATORS)) {
            line(tallies, "agency,instrument,part,question,option,count");
            line(indicators, "agency,instrument,part,indicator,numerator,denominator");
            for (Unit unit : demonstration.units())
                for (Pool pool : inByteOrder(unit)) {
                    PoolFigures figures = figures(pool, count(pool, responses, further));
                    for (String line : figures.counts()) {
                        digest.add(line);
                        line(tallies, line);
                    }
                    for (String line : figures.indicators()) line(indicators, line);
                }
        }
        return digest.text();
    }

    private static List<Pool> inByteOrder(Unit unit) {
        return unit.pools()
                .sorted(Comparator.comparing(Pool::instrument).thenComparing(Pool::part))
                .toList();
    }

    private Tally count(Pool pool, OutputStream responses, IntConsumer further) throws IOException {
        Tally tally = Tally.empty(demonstration.form(pool.instrument()));
        Iterator<Sheets> all = demonstration.sheets(pool, sheets).iterator();
        while (all.hasNext()) {
            Sheets some = all.next();
            responses.write(some.lines());
            tally = tally.plusAll(some);
            further.accept(some.size());
        }
        return tally;
    }

    private PoolFigures figures(Pool pool, Tally tally) {
        Instrument instrument = framework.instrument(pool.instrument()).orElseThrow();
        return new PoolFigures(pool, instrument, tally);
    }

    private Stream<String> populations() {
        return demonstration.units().stream()
                .map(unit -> "%s,%d,%d".formatted(unit.agency(), unit.internal(), unit.external()));
    }

    private static void text(UnfinishedStore store, String name, Stream<String> lines) throws IOException {
        try (OutputStream file = store.open(name)) {
            Iterator<String> all = lines.iterator();
            while (all.hasNext()) line(file, all.next());
        }
    }

    private static void line(OutputStream file, String line) throws IOException {
        file.write((line + "\n").getBytes(UTF_8));
    }
}
