package org.prongsai.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Turns every door into a route of the gateway, in the order of the table. */
@Configuration(proxyBeanMethods = false)
class RouteConfig {
    @Bean
    RouteLocator doors(ServiceSettings services) {
        List<Route> routes =
                Stream.of(Door.values()).map(door -> route(door, services)).toList();
        return () -> Flux.fromIterable(routes);
    }

    private static Route route(Door door, ServiceSettings services) {
        return Route.async()
                .id(door.id())
                .uri(services.base(door.target()))
                .predicate(exchange -> DoorFilter.wants(exchange, door))
                .metadata(RESPONSE_TIMEOUT_ATTR, services.timeout(door.kind()).toMillis())
                .build();
    }
}
