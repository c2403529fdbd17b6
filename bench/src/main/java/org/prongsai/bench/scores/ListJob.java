package org.prongsai.bench.scores;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.prongsai.bench.load.LoadClient;
import org.prongsai.bench.load.Measured;
import org.prongsai.bench.load.Warmth;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;

/** How long pages of a round's scores take through the gateway. */
final class ListJob {

    private static final double SLOWEST_MILLIS = 50;
    private static final List<String> SORTS = List.of("-total", "agency");
    private static final List<Integer> CONNECTIONS = List.of(1, 4);
    private static final int MOST_SLICES = 4;

    private final NationClient client;
    private final Duration phase;
    private final ProgressWriter progress;
    private final List<Measured> phases = new ArrayList<>();

    ListJob(NationClient client, Duration phase, ProgressWriter progress) {
        this.client = client;
        this.phase = phase;
        this.progress = progress;
    }

    List<Measured> phases() {
        return List.copyOf(phases);
    }

    List<Figure> measure(String round, int units) {
        progress.say("lists of %,d units".formatted(units));
        warm(round);
        var figures = new ArrayList<Figure>();
        for (var sort : SORTS) {
            for (int connections : CONNECTIONS) {
                figures.addAll(pages(round, sort, connections));
            }
        }
        return figures;
    }

    /** A cold JVM is several times slower; where it gets no faster, or it took long enough, what follows counts. */
    void warm(String round) {
        var warmth = new Warmth();
        for (int slice = 0; slice < MOST_SLICES && !warmth.reached(); slice++) {
            var sort = SORTS.get(slice % SORTS.size());
            warmth.add(once("warming up", path(round, sort), CONNECTIONS.getLast()));
        }
    }

    private List<Figure> pages(String round, String sort, int connections) {
        String name = "list by %s, %d connection%s".formatted(sort, connections, connections == 1 ? "" : "s");
        var one = phase(name + ", first page", path(round, sort), connections);
        var two = phase(name + ", second page", client.secondPage(path(round, sort)), connections);
        return List.of(p50(one), p99(one, connections), p50(two), p99(two, connections));
    }

    private static Figure p50(Measured page) {
        return Figure.of(page.name() + ", p50", page.millis(50), "ms");
    }

    private static Figure p99(Measured page, int connections) {
        var figure = Figure.of(page.name() + ", p99", page.millis(99), "ms");
        return connections == 1 ? figure.below(SLOWEST_MILLIS) : figure;
    }

    /** The page that people see first, with its roll-up, asked for by one person after the other. */
    Measured first(String name, String round) {
        return phase(name, path(round, SORTS.getFirst()), 1);
    }

    private static String path(String round, String sort) {
        return "/rounds/%s/scores?limit=50&sort=%s".formatted(round, sort);
    }

    private Measured phase(String name, String path, int connections) {
        var measured = once(name, path, connections);
        phases.add(measured);
        progress.say("%-52s p50 %,.1f ms  p99 %,.1f ms".formatted(name, measured.millis(50), measured.millis(99)));
        return measured;
    }

    private Measured once(String name, String path, int connections) {
        var server = URI.create(client.door().gateway());
        var request = new ListRequest(server.getAuthority(), "/api/v1" + path, client.newToken());
        var measured = LoadClient.run(name, server, request, connections, phase, done -> progress.during(name, done));
        if (measured.accepted() == 0 || measured.others() > 0) {
            throw new IllegalStateException(name + " was answered otherwise: " + measured.otherStatuses());
        }
        return measured;
    }
}
