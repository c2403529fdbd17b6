package org.prongsai.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prongsai.contracts.Topic;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Keeps one reader per handler going until the service stops. */
final class InboxJob implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<InboxListener> listeners;
    private final List<ConcurrentMessageListenerContainer<String, String>> readers;
    private volatile boolean running;

    InboxJob(
            List<InboxHandler> handlers,
            ConsumerFactory<String, String> consumers,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.listeners =
                handlers.stream().map(h -> new InboxListener(h, meters)).toList();
        this.readers = IntStream.range(0, handlers.size())
                .mapToObj(i -> reader(handlers.get(i), listeners.get(i), consumers, settings))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<String, String> reader(
            InboxHandler handler,
            InboxListener listener,
            ConsumerFactory<String, String> consumers,
            MessagingSettings settings) {
        var properties = new ContainerProperties(
                handler.topics().stream().map(Topic::channel).toArray(String[]::new));
        properties.setGroupId(handler.name());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setMissingTopicsFatal(false);
        // Positions are in the database. Kafka is told for its own tools only: to wait for it would hold up the reader.
        properties.setSyncCommits(false);
        properties.setPollTimeout(LOOK.toMillis());
        properties.setIdleEventInterval(LOOK.toMillis());
        properties.setListenerTaskExecutor(virtualThreads(handler.name()));
        var fresh = new Properties();
        fresh.put("metadata.max.age.ms", "5000");
        properties.setKafkaConsumerProperties(fresh);
        var reader = new ConcurrentMessageListenerContainer<>(consumers, properties);
        reader.setBeanName(handler.name());
        reader.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) listener.idle(idle.getConsumer());
        });
        reader.setCommonErrorHandler(retries(settings));
        return reader;
    }

    /** Every failure is tried again: without this the container skips a batch after, say, a ClassCastException. */
    private static DefaultErrorHandler retries(MessagingSettings settings) {
        var retries = new DefaultErrorHandler(
                new FixedBackOff(settings.retryEvery().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
        retries.setClassifications(Map.of(), true);
        return retries;
    }

    private static SimpleAsyncTaskExecutor virtualThreads(String name) {
        var executor = new SimpleAsyncTaskExecutor("inbox-" + name + "-");
        executor.setVirtualThreads(true);
        return executor;
    }

    /** Starts reading; called once the topics exist. */
    void read() {
        readers.forEach(ConcurrentMessageListenerContainer::start);
        listeners.forEach(listener -> listener.condition().reads());
    }

    /** How each inbox is doing, in words. */
    Map<String, String> conditions() {
        long now = System.nanoTime();
        return listeners.stream().collect(Collectors.toMap(InboxListener::name, listener -> listener.condition()
                .words(now)));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        readers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
