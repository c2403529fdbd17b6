package org.prongsai.assessment.response;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.stream.Stream;
import org.prongsai.assessment.response.Token.TokenHash;
import org.prongsai.web.Problem;
import org.prongsai.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/** Gathers responses that arrive together into one commit, and sends away at once who comes when too many wait. */
@Component
class GroupWriter implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(40);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final ResponseStore store;
    private final List<Lane> lanes;
    private final Counter sentAway;
    private final DistributionSummary sizes;
    private volatile boolean stopping;

    GroupWriter(ResponseStore store, IntakeSettings settings, MeterRegistry meters) {
        this.store = store;
        this.sentAway = Counter.builder("prongsai.intake.sent.away")
                .description("Responses told to come again because too many waited")
                .register(meters);
        this.sizes = DistributionSummary.builder("prongsai.intake.commit.size")
                .description("Responses in one commit")
                .register(meters);
        this.lanes = Stream.generate(() -> new Lane(settings))
                .limit(settings.lanes())
                .toList();
        Gauge.builder("prongsai.intake.waiting", this, GroupWriter::waiting)
                .description("Responses that wait for their commit")
                .register(meters);
        lanes.forEach(Lane::start);
    }

    private record Arrived(Submitted submitted, MonoSink<Outcome> sink, AtomicBoolean gone) {

        static Arrived of(Submitted submitted, MonoSink<Outcome> sink) {
            var arrived = new Arrived(submitted, sink, new AtomicBoolean());
            sink.onCancel(() -> arrived.gone.set(true));
            return arrived;
        }

        TokenHash token() {
            return submitted.admission().tokenHash();
        }

        void sendAway() {
            sink.error(Problem.busy(COME_AGAIN).refusal());
        }
    }

    /** Done when it is committed; empty where there is no pool of its framework yet. */
    Mono<Outcome> admit(Submitted submitted) {
        return Mono.<Outcome>create(sink -> {
                    var arrived = Arrived.of(submitted, sink);
                    var lane = lanes.get(Math.floorMod(arrived.token().hashCode(), lanes.size()));
                    if (stopping || !lane.queue.offer(arrived)) {
                        sendAway(List.of(arrived));
                    }
                })
                // The lane is for commits: what follows one is done elsewhere.
                .publishOn(Schedulers.parallel());
    }

    private void sendAway(List<Arrived> arrived) {
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
            var late = new ArrayList<Arrived>();
            lane.queue.drainTo(late);
            sendAway(late);
        }
    }

    /** Commits one batch after the other: while one is being written, the next gathers. */
    private final class Lane implements Runnable {

        private final BlockingQueue<Arrived> queue;
        private final Gathering<TokenHash, Arrived> gathering;
        private final Thread thread;

        Lane(IntakeSettings settings) {
            queue = new ArrayBlockingQueue<>(settings.waiting() / settings.lanes());
            gathering = new Gathering<>(Arrived::token, settings.batch());
            thread = Thread.ofVirtual().name("intake").unstarted(this);
        }

        void start() {
            thread.start();
        }

        @Override
        public void run() {
            try {
                while (!stopping || !queue.isEmpty() || !gathering.isEmpty()) {
                    gather();
                    commit(stillThere(gathering.take()));
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        private void gather() throws InterruptedException {
            var arrived = new ArrayList<Arrived>();
            if (gathering.isEmpty()) {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    return;
                }
                arrived.add(first);
            }
            queue.drainTo(arrived, Math.max(0, gathering.room() - arrived.size()));
            sendAway(gathering.add(arrived));
        }
    }

    /** Whoever left may have sent another answer another way meanwhile, which must not be overwritten by this one. */
    private static List<Arrived> stillThere(List<Arrived> batch) {
        return batch.stream().filter(arrived -> !arrived.gone().get()).toList();
    }

    private void commit(List<Arrived> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var outcomes = Objects.requireNonNull(
                    store.admit(batch.stream().map(Arrived::submitted).toList())
                            .timeout(LONGEST_COMMIT)
                            .onErrorMap(TimeoutException.class, e -> Problem.unavailable()
                                    .refusal())
                            .block());
            sizes.record(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i), outcomes.get(i));
            }
        } catch (RuntimeException failed) {
            commitOneByOne(batch, failed);
        } catch (Error failed) {
            // The lane goes on: everybody else's answers come this way too.
            LOG.error("Responses could not be committed", failed);
            batch.forEach(arrived -> arrived.sink().error(failed));
        }
    }

    /** One that cannot be written must not keep others out; a database that is away keeps out all. */
    private void commitOneByOne(List<Arrived> batch, RuntimeException failed) {
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

    private static void answer(Arrived arrived, Optional<Outcome> outcome) {
        outcome.ifPresentOrElse(arrived.sink()::success, arrived.sink()::success);
    }
}
