package org.prongsai.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.prongsai.contracts.Topic;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Keeps one reader per handler going until the service stops. */
final class InboxJob implements SmartLifecycle {

    private final List<ConcurrentMessageListenerContainer<String, String>> readers;
    private volatile boolean running;

    InboxJob(
            List<InboxHandler> handlers,
            ConsumerFactory<String, String> consumers,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.readers = handlers.stream()
                .map(h -> reader(h, consumers, settings, meters))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<String, String> reader(
            InboxHandler handler,
            ConsumerFactory<String, String> consumers,
            MessagingSettings settings,
            MeterRegistry meters) {
        var listener = new InboxListener(handler, meters);
        var properties = new ContainerProperties(
                handler.topics().stream().map(Topic::channel).toArray(String[]::new));
        properties.setGroupId(handler.name());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setMissingTopicsFatal(false);
        properties.setListenerTaskExecutor(virtualThreads(handler.name()));
        var fresh = new Properties();
        fresh.put("metadata.max.age.ms", "5000");
        properties.setKafkaConsumerProperties(fresh);
        var reader = new ConcurrentMessageListenerContainer<>(consumers, properties);
        reader.setBeanName(handler.name());
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
