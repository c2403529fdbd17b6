package org.prongsai.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.score.Explaining;
import org.prongsai.methodology.score.Explanation;
import org.prongsai.methodology.score.Rank;
import org.prongsai.methodology.score.Scorecard;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;

/** Counting, merging and scoring at national scale, on the framework of the immigration units. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MethodologyJob {
    private static final int BATCH = 500;

    private Framework framework = new FrameworkReader(SeedReader.packaged()).read("ita-immigration-2567");
    private Nation nation = new Nation(framework, new Random(1));
    private List<Evidence> units = List.of();
    private List<Tally> tallies = List.of();
    private List<Map<String, String>> batch = List.of();
    private List<Estimate> totals = List.of();
    private Tally some = Tally.empty(nation.form("iit"));

    @Setup
    public void makeUp() {
        units = nation.evidence(Nation.UNITS);
        tallies = units.stream()
                .map(unit -> Objects.requireNonNull(unit.parts().stream()
                        .filter(part -> part.instrument().equals("iit"))
                        .findFirst()
                        .orElseThrow()
                        .tally()))
                .toList();
        batch = nation.sheets(nation.form("iit"), BATCH);
        some = tallies.getFirst();
        totals = units.stream()
                .map(unit -> Objects.requireNonNull(Scorecard.of(unit).total()))
                .toList();
    }

    /** 500 answers of 15 questions into a unit's tally. */
    @Benchmark
    public Tally count500Responses() {
        return some.plusAll(batch);
    }

    /** 8,300 tallies of staff into one. */
    @Benchmark
    public Tally merge8300Tallies() {
        var sum = Tally.empty(some.form());
        for (var tally : tallies) sum = sum.merge(tally);
        return sum;
    }

    /** Score, error, level and remarks of 8,300 units. */
    @Benchmark
    public long score8300Units() {
        return units.stream()
                .map(Scorecard::of)
                .filter(card -> card.total() != null)
                .count();
    }

    /** The whole explanation of one unit. */
    @Benchmark
    public Explanation explainOneUnit() {
        return Explaining.of(units.getFirst());
    }

    /** The range of ranks of 8,300 units. */
    @Benchmark
    public List<Optional<Rank>> rank8300Units() {
        return Rank.of(totals);
    }
}
