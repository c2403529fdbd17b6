package org.prongsai.messaging;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ready only while every database of the service answers; says which one does not. */
final class PostgresHealthHandler extends AbstractReactiveHealthIndicator {

    private final List<PostgresClient> databases;

    PostgresHealthHandler(List<PostgresClient> databases) {
        this.databases = databases;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Flux.fromIterable(databases).flatMap(this::answer).collectList().map(answers -> {
            boolean up = answers.stream().allMatch(a -> a.reason().isEmpty());
            answers.forEach(a -> builder.withDetail(a.database(), a.reason().isEmpty() ? "answers" : a.reason()));
            return (up ? builder.up() : builder.down()).build();
        });
    }

    private record Answer(String database, String reason) {}

    private Mono<Answer> answer(PostgresClient database) {
        return database.ping()
                .thenReturn(new Answer(database.name(), ""))
                .onErrorResume(e -> Mono.just(new Answer(database.name(), "does not answer: " + CauseReader.name(e))));
    }
}
