package org.prongsai.assessment.group;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.prongsai.web.Problem;
import org.prongsai.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Gathers what arrives together into one commit, and sends away at once who comes when too many wait.
 *
 * @param <K> of which each commit holds one and those that come again wait for the next
 * @param <R> what became of one
 */
public final class GroupWriter<K, T, R> implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(40);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** Writes a batch, and says of each in its order what became of it, or nothing. */
    @FunctionalInterface
    public interface Commit<T, R> {
        Mono<List<Optional<R>>> of(List<T> batch);
    }

    private final String name;
    private final Function<T, K> key;
    private final Commit<T, R> commit;
    private final List<Lane> lanes;
    private final Counter sentAway;
    private final DistributionSummary sizes;
    private final Timer done;
    private final Timer failed;
    private volatile boolean stopping;

    /** @param name of its meters and threads: {@code intake} counts {@code prongsai.intake.waiting} */
    public GroupWriter(String name, Function<T, K> key, Commit<T, R> commit, Sizes sizes, MeterRegistry meters) {
        this.name = name;
        this.key = key;
        this.commit = commit;
        this.sentAway = Counter.builder("prongsai." + name + ".sent.away")
                .description("Told to come again because too many waited")
                .register(meters);
        this.sizes = DistributionSummary.builder("prongsai." + name + ".commit.size")
                .description("How many shared a commit")
                .serviceLevelObjectives(1, 10, 50, 100, 250)
                .register(meters);
        this.done = commits(name, "done", meters);
        this.failed = commits(name, "failed", meters);
        this.lanes = Stream.generate(() -> new Lane(sizes)).limit(sizes.lanes()).toList();
        Gauge.builder("prongsai." + name + ".waiting", this, GroupWriter::waiting)
                .description("How many wait for their commit")
                .register(meters);
        lanes.forEach(Lane::start);
    }

    private static Timer commits(String name, String outcome, MeterRegistry meters) {
        return Timer.builder("prongsai." + name + ".commit")
                .description("How long a commit took, by how it ended")
                .serviceLevelObjectives(
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(150),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .tag("outcome", outcome)
                .register(meters);
    }

    private record Arrived<T, R>(T what, MonoSink<R> sink, AtomicBoolean gone) {

        static <T, R> Arrived<T, R> of(T what, MonoSink<R> sink) {
            var arrived = new Arrived<T, R>(what, sink, new AtomicBoolean());
            sink.onCancel(() -> arrived.gone.set(true));
            return arrived;
        }

        void sendAway() {
            sink.error(Problem.busy(COME_AGAIN).refusal());
        }
    }

    /** Done when it is committed; empty where the commit says nothing of it. */
    public Mono<R> write(T what) {
        return Mono.<R>create(sink -> {
                    var arrived = Arrived.of(what, sink);
                    var lane = lanes.get(Math.floorMod(key.apply(what).hashCode(), lanes.size()));
                    if (stopping || !lane.queue.offer(arrived)) {
                        sendAway(List.of(arrived));
                    }
                })
                // The lane is for commits: what follows one is done elsewhere.
                .publishOn(Schedulers.parallel());
    }

    private void sendAway(List<Arrived<T, R>> arrived) {
        sentAway.increment(arrived.size());
        arrived.forEach(Arrived::sendAway);
    }

    private double waiting() {
        return lanes.stream().mapToInt(lane -> lane.queue.size()).sum();
    }

    /** Whoever is on the way is still committed. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        for (var lane : lanes) {
            lane.thread.join(LONGEST_COMMIT);
            var late = new ArrayList<Arrived<T, R>>();
            lane.queue.drainTo(late);
            sendAway(late);
        }
    }

    /** Commits one batch after the other: while one is being written, the next gathers. */
    private final class Lane implements Runnable {

        private final BlockingQueue<Arrived<T, R>> queue;
        private final Gathering<K, Arrived<T, R>> gathering;
        private final Thread thread;
        private final long apart;
        private long committed = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

        Lane(Sizes sizes) {
            apart = sizes.apart().toNanos();
            queue = new ArrayBlockingQueue<>(sizes.waiting() / sizes.lanes());
            gathering = new Gathering<>(arrived -> key.apply(arrived.what()), sizes.batch());
            thread = Thread.ofVirtual().name(name).unstarted(this);
        }

        void start() {
            thread.start();
        }

        @Override
        public void run() {
            try {
                while (!stopping || !queue.isEmpty() || !gathering.isEmpty()) {
                    if (gather()) {
                        committed = System.nanoTime();
                        commit(stillThere(gathering.take()));
                    }
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether there is something to commit. */
        private boolean gather() throws InterruptedException {
            var arrived = new ArrayList<Arrived<T, R>>();
            if (gathering.isEmpty()) {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    return false;
                }
                arrived.add(first);
            }
            rest(arrived);
            queue.drainTo(arrived, Math.max(0, gathering.room() - arrived.size()));
            sendAway(gathering.add(arrived));
            return true;
        }

        /** Until the next commit is due, whoever comes is let in. */
        private void rest(List<Arrived<T, R>> arrived) throws InterruptedException {
            long due = committed + apart;
            for (long left = due - System.nanoTime();
                    left > 0 && arrived.size() < gathering.room();
                    left = due - System.nanoTime()) {
                var next = queue.poll(left, TimeUnit.NANOSECONDS);
                if (next != null) {
                    arrived.add(next);
                }
            }
        }
    }

    /** Whoever left may have come another way meanwhile with something else, which must not be overwritten. */
    private List<Arrived<T, R>> stillThere(List<Arrived<T, R>> batch) {
        return batch.stream().filter(arrived -> !arrived.gone().get()).toList();
    }

    private void commit(List<Arrived<T, R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        try {
            var outcomes = Objects.requireNonNull(
                    commit.of(batch.stream().map(Arrived::what).toList())
                            .timeout(LONGEST_COMMIT)
                            .onErrorMap(TimeoutException.class, e -> Problem.unavailable()
                                    .refusal())
                            .block());
            done.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            sizes.record(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i), outcomes.get(i));
            }
        } catch (RuntimeException wrong) {
            failed.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            commitOneByOne(batch, wrong);
        } catch (Error wrong) {
            failed.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            // The lane goes on: everybody else's answers come this way too.
            LOG.error("Nothing of a batch of {} could be committed", name, wrong);
            batch.forEach(arrived -> arrived.sink().error(wrong));
        }
    }

    /** One that cannot be written must not keep others out; a database that is away keeps out all. */
    private void commitOneByOne(List<Arrived<T, R>> batch, RuntimeException failed) {
        if (batch.size() == 1 || away(failed)) {
            batch.forEach(arrived -> arrived.sink().error(failed));
        } else {
            batch.forEach(arrived -> commit(List.of(arrived)));
        }
    }

    private static boolean away(RuntimeException failed) {
        return failed instanceof DataAccessResourceFailureException
                || failed instanceof TransientDataAccessResourceException
                || failed instanceof QueryTimeoutException
                || failed instanceof Refusal;
    }

    private void answer(Arrived<T, R> arrived, Optional<R> outcome) {
        outcome.ifPresentOrElse(arrived.sink()::success, arrived.sink()::success);
    }
}
