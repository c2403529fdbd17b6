package org.prongsai.scoring.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.LogFindings;
import org.prongsai.messaging.LogReader;
import org.prongsai.messaging.Place;

/** Reads what scores rest on from the log's first record: the papers first, then the answers, some partitions at a time. */
public final class LogCountReader implements AutoCloseable {
    private record Worker(LogReader log, Counted counted) {}

    private final Papers papers = new Papers();
    private final LogReader register;
    private final List<Worker> workers;
    private final ExecutorService threads;

    private LogCountReader(LogReader register, ExecutorService threads) {
        this.register = register;
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
        var reader = new LogCountReader(LogReader.ofSmall(kafka), Executors.newFixedThreadPool(atOnce + 1));
        for (int i = 0; i < atOnce; i++)
            reader.workers.add(
                    new Worker(LogReader.open(kafka), new Counted(round, reader.papers.editions(), progress)));
        return reader;
    }

    /** Where the log ends now. */
    public Map<Place, Long> ends() {
        return register.ends(Inbox.allTopics());
    }

    /** Reads on, up to these offsets; none of them may be behind the end. Nothing is counted before its framework is known. */
    public void readTo(Map<Place, Long> until) {
        register(until, topic -> topic == Topic.FRAMEWORKS);
        var answers = until.keySet().stream()
                .filter(place -> place.topic() == Topic.RESPONSES)
                .toList();
        var others =
                threads.submit(() -> register(until, topic -> topic != Topic.FRAMEWORKS && topic != Topic.RESPONSES));
        wait(Stream.concat(
                        Stream.of(others),
                        IntStream.range(0, workers.size())
                                .<Future<?>>mapToObj(
                                        i -> threads.submit(() -> count(workers.get(i), of(answers, i), until))))
                .toList());
    }

    private void register(Map<Place, Long> until, Predicate<Topic> wanted) {
        until.forEach((place, offset) -> {
            if (wanted.test(place.topic())) register.read(place, offset, papers::hear);
        });
    }

    /** A partition is always read by the same worker. */
    private List<Place> of(List<Place> answers, int worker) {
        return answers.stream()
                .filter(place -> place.partition() % workers.size() == worker)
                .toList();
    }

    private static void count(Worker worker, List<Place> places, Map<Place, Long> until) {
        places.forEach(place -> worker.log().read(place, until.getOrDefault(place, 0L), worker.counted()::hear));
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
        return Stream.concat(Stream.of(register), workers.stream().map(Worker::log))
                .toList();
    }

    public LogFindings findings() {
        return workers.stream().map(each -> each.log().findings()).reduce(register.findings(), LogFindings::and);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        register.close();
        workers.forEach(each -> each.log().close());
    }
}
