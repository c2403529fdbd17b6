package org.prongsai.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Reads batches for one handler: its effect, the offsets and the stream numbers commit together. */
final class InboxListener implements BatchConsumerAwareMessageListener<String, String>, ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

    private final InboxHandler handler;
    private final InboxWriter inbox;
    private final PlaceReader places;
    private final Condition condition = new Condition();
    private final LagReader lag;
    private final Counter ignored;
    private final Counter repeated;
    private final Counter parked;
    private final Timer commit;
    private long begun;

    InboxListener(InboxHandler handler, MeterRegistry meters) {
        this.handler = handler;
        this.inbox = new InboxWriter(handler, new InboxStore(handler.database().sql(), handler.name()));
        this.places = new PlaceReader(handler.name(), inbox);
        this.lag = new LagReader(handler, condition, meters);
        this.commit = Timer.builder("prongsai.inbox.commit")
                .description("From when a batch was here until it had its effect, with all attempts that failed")
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1))
                .tag("inbox", handler.name())
                .register(meters);
        this.ignored = Counter.builder("prongsai.inbox.ignored")
                .description("Events of types that this version does not know")
                .tag("inbox", handler.name())
                .register(meters);
        this.repeated = Counter.builder("prongsai.inbox.repeated")
                .description("Events whose number was heard before: sent once more, and without effect")
                .tag("inbox", handler.name())
                .register(meters);
        this.parked = Counter.builder("prongsai.inbox.parked")
                .description("Events that could not be read or can never take effect")
                .tag("inbox", handler.name())
                .register(meters);
        Gauge.builder("prongsai.inbox.stopped", condition.stopped(), Map::size)
                .description(
                        "Partitions that stopped because an event of a stream is missing or a number was used twice")
                .tag("inbox", handler.name())
                .register(meters);
        Gauge.builder("prongsai.inbox.failing", condition, c -> c.failingSeconds(System.nanoTime()))
                .description("Seconds since a batch first failed without a success since then; 0 when well")
                .baseUnit("seconds")
                .tag("inbox", handler.name())
                .register(meters);
        Gauge.builder("prongsai.inbox.silent", condition, c -> c.silentSeconds(System.nanoTime()))
                .description("Seconds for which Kafka has not said where the topics end; 0 when it does")
                .baseUnit("seconds")
                .tag("inbox", handler.name())
                .register(meters);
    }

    String name() {
        return handler.name();
    }

    Condition condition() {
        return condition;
    }

    /** Nothing has come for a while: also then somebody may want to know whether nothing waits. */
    void idle(Consumer<?, ?> consumer) {
        if (places.isOpen() && !put(consumer)) {
            return;
        }
        lag.done(consumer);
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records, @Nullable Consumer<?, ?> consumer) {
        var reader = Objects.requireNonNull(consumer);
        begun = begun == 0 ? System.nanoTime() : begun;
        try {
            var read = without(places.put(reader), records);
            lag.begun(read, reader);
            take(arrivals(read), reader);
        } catch (RuntimeException e) {
            failed(records.stream().map(ConsumerRecord::topic), e);
            throw e;
        }
        done(reader);
    }

    private static List<ConsumerRecord<String, String>> without(
            Set<TopicPartition> elsewhere, List<ConsumerRecord<String, String>> records) {
        return elsewhere.isEmpty()
                ? records
                : records.stream()
                        .filter(each -> !elsewhere.contains(new TopicPartition(each.topic(), each.partition())))
                        .toList();
    }

    private void done(Consumer<?, ?> consumer) {
        commit.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        begun = 0;
        lag.done(consumer);
        succeeded();
    }

    private void succeeded() {
        if (condition.succeeded()) {
            LOG.info("{} goes on", handler.name());
        }
    }

    /** The container tries again for ever and says nothing by itself. */
    private void failed(Stream<String> topics, RuntimeException failure) {
        if (condition.failed(CauseReader.name(failure), System.nanoTime())) {
            LOG.warn(
                    "{} tries events of {} again and again: {}",
                    handler.name(),
                    topics.distinct().toList(),
                    CauseReader.root(failure));
        }
    }

    private List<Arrival> arrivals(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(ArrivalReader::read)
                .filter(a -> !condition.stopped().containsKey(a.place()))
                .toList();
    }

    private void take(List<Arrival> batch, Consumer<?, ?> consumer) {
        try {
            settle(inbox.take(batch), consumer);
        } catch (RuntimeException e) {
            if (RefusalReader.refusal(e).isEmpty()) {
                throw e;
            }
            batch.forEach(arrival -> takeAlone(arrival, consumer));
        }
    }

    /** One of a batch that the database refused; whichever is at fault must not hold up the others. */
    private void takeAlone(Arrival arrival, Consumer<?, ?> consumer) {
        if (condition.stopped().containsKey(arrival.place())) {
            return;
        }
        try {
            settle(inbox.take(List.of(arrival)), consumer);
        } catch (RuntimeException e) {
            String reason = RefusalReader.refusal(e).orElseThrow(() -> e);
            settle(inbox.park(arrival, reason), consumer);
        }
    }

    private void settle(InboxWriter.Taken taken, Consumer<?, ?> consumer) {
        ignored.increment(taken.sorting().ignored());
        repeated.increment(taken.sorting().repeated());
        parked.increment(taken.parked().size());
        taken.parked().forEach(InboxListener::logParked);
        taken.sorting().stopped().forEach((place, stop) -> {
            stop(place, stop, consumer);
            Long next = taken.sorting().nextOffsets().get(place);
            if (next != null) lag.stands(PlaceReader.partition(place), next);
        });
    }

    private static void logParked(Sorting.Unread unread) {
        var arrival = unread.arrival();
        LOG.error(
                "Parked {} at {}[{}]@{}: {}",
                arrival.type(),
                arrival.topic().channel(),
                arrival.partition(),
                arrival.offset(),
                unread.reason());
    }

    private void stop(Place place, Stop stop, Consumer<?, ?> consumer) {
        if (!consumer.assignment().contains(PlaceReader.partition(place))) {
            return; // A batch may outlast its partition: whether that one stops, its new reader says.
        }
        condition.stopped().put(place, stop);
        consumer.pause(List.of(PlaceReader.partition(place)));
        LOG.error(
                "{} stopped reading {}[{}]: {}",
                handler.name(),
                place.topic().channel(),
                place.partition(),
                stop.reason());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    /** Whatever was known of these partitions may be another process's by now, and that one says how they are. */
    private void forget(Collection<TopicPartition> partitions) {
        lag.forget(partitions);
        places.taken(partitions);
        partitions.stream().map(PlaceReader::place).forEach(condition.stopped()::remove);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // Who fails next may be another process: what is still wrong here is noticed again at once.
        condition.succeeded();
        begun = 0;
        forget(partitions);
        places.given(partitions);
        put(consumer);
    }

    /** Whether it worked; otherwise it is tried again with whatever comes, or when nothing does. */
    private boolean put(Consumer<?, ?> consumer) {
        try {
            places.put(consumer);
            succeeded();
            return true;
        } catch (RuntimeException e) {
            failed(consumer.assignment().stream().map(TopicPartition::topic), e);
            return false;
        }
    }
}
