package org.prongsai.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;

/**
 * Says which services can be reached, and is always up: while one is away the doors to the others stay open, and at its own
 * doors people are told to come again.
 */
@Component("targets")
class TargetHealthHandler implements ReactiveHealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final ServiceSettings services;

    TargetHealthHandler(ServiceSettings services) {
        this.services = services;
    }

    @Override
    public Mono<Health> health() {
        return Flux.fromStream(Stream.of(Target.values()))
                .flatMap(target -> words(services.base(target)).map(words -> Map.entry(target.id(), words)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(details -> Health.up().withDetails(details).build());
    }

    private static Mono<String> words(URI base) {
        return TcpClient.newConnection()
                .host(base.getHost())
                .port(port(base))
                .connect()
                .timeout(PATIENCE)
                .doOnNext(Connection::dispose)
                .map(_ -> "can be reached")
                .onErrorResume(away ->
                        Mono.just("cannot be reached: " + away.getClass().getSimpleName()));
    }

    private static int port(URI base) {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return "https".equals(base.getScheme()) ? HTTPS : HTTP;
    }
}
