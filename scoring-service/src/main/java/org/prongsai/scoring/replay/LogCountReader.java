package org.prongsai.scoring.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.LogFindings;
import org.prongsai.messaging.LogReader;
import org.prongsai.messaging.Place;
import org.prongsai.messaging.Told;

/** Reads what scores rest on from the log's first record: the papers first, then the answers, some partitions at a time. */
public final class LogCountReader implements AutoCloseable {
    private record Worker(LogReader log, Counted counted) {}

    private final Papers papers = new Papers();
    private final LogReader register;
    private final LogReader marks;
    private final List<Worker> workers;
    private final ExecutorService threads;

    private LogCountReader(LogReader register, LogReader marks, ExecutorService threads) {
        this.register = register;
        this.marks = marks;
        this.workers = new ArrayList<>();
        this.threads = threads;
    }

    /**
     * @param kafka how to reach it
     * @param round whose answers are counted, or null for all
     * @param progress hears how many more answers were counted, from several threads
     */
    public static LogCountReader open(
            Map<String, Object> kafka, @Nullable String round, int atOnce, Consumer<Integer> progress) {
        var reader = new LogCountReader(
                LogReader.ofSmall(kafka), LogReader.ofSmall(kafka), Executors.newFixedThreadPool(atOnce + 2));
        for (int i = 0; i < atOnce; i++)
            reader.workers.add(
                    new Worker(LogReader.open(kafka), new Counted(round, reader.papers.editions(), progress)));
        return reader;
    }

    /** Where the log ends now. */
    public Map<Place, Long> ends() {
        return register.ends(Inbox.allTopics());
    }

    /** Reads on, up to these offsets; none of them may be behind the end. No answer is counted before its framework is known. */
    public void readTo(Map<Place, Long> until) {
        var frameworks = threads.submit(() -> read(register, Set.of(Topic.FRAMEWORKS), until, papers::hear));
        var marked = threads.submit(() -> read(marks, Inbox.ITEMS.topics(), until, papers.marked()::hear));
        wait(List.of(frameworks));
        var others = threads.submit(() -> read(register, Inbox.REGISTER.topics(), until, papers::hear));
        var counting = IntStream.range(0, workers.size())
                .<Future<?>>mapToObj(i -> threads.submit(() -> count(workers.get(i), i, until)));
        wait(Stream.concat(Stream.of(marked, others), counting).toList());
    }

    private static void read(LogReader log, Set<Topic> topics, Map<Place, Long> until, Consumer<List<Told>> hear) {
        until.forEach((place, offset) -> {
            if (topics.contains(place.topic())) log.read(place, offset, hear);
        });
    }

    /** A partition is always read by the same worker. */
    private void count(Worker worker, int number, Map<Place, Long> until) {
        until.forEach((place, offset) -> {
            if (place.topic() == Topic.RESPONSES && place.partition() % workers.size() == number)
                worker.log().read(place, offset, worker.counted()::hear);
        });
    }

    private static void wait(List<Future<?>> all) {
        try {
            for (var each : all) each.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while counting", stopped);
        }
    }

    public Papers papers() {
        return papers;
    }

    /** What all of it came to. */
    public LogCount result() {
        return LogCount.of(workers.stream().map(Worker::counted).toList(), findings());
    }

    /** Those that have read it. */
    public List<LogReader> readers() {
        return Stream.concat(Stream.of(register, marks), workers.stream().map(Worker::log))
                .toList();
    }

    public LogFindings findings() {
        return readers().stream()
                .map(LogReader::findings)
                .reduce(LogFindings::and)
                .orElseThrow();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        readers().forEach(LogReader::close);
    }
}
