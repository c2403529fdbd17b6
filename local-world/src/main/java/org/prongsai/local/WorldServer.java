package org.prongsai.local;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Starts the servers side by side before the first request is served, and stops them after the last one. */
@Component
class WorldServer implements SmartInitializingSingleton, DisposableBean {

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final MailServer mail;
    private final CompletableFuture<Void> started;

    /** Begins at once, while sign-in is still being wired. */
    WorldServer(PostgresServer postgres, KafkaServer kafka, MailServer mail) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.mail = mail;
        this.started = CompletableFuture.allOf(Stream.<Runnable>of(postgres::start, kafka::start, mail::start)
                .map(start -> CompletableFuture.runAsync(start, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public void afterSingletonsInstantiated() {
        started.join();
    }

    /** Also after a failed start: whatever did come up must not stay behind. */
    @Override
    public void destroy() {
        started.exceptionally(failure -> null).join();
        mail.stop();
        kafka.stop();
        postgres.stop();
    }
}
