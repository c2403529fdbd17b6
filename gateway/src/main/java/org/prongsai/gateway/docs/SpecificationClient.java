package org.prongsai.gateway.docs;

import java.io.IOException;
import java.time.Duration;
import org.prongsai.gateway.route.ServiceSettings;
import org.prongsai.gateway.route.Target;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Fetches what a service says of its own API. */
@Component
class SpecificationClient {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebClient http = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
            .build();
    private final ServiceSettings services;

    SpecificationClient(ServiceSettings services) {
        this.services = services;
    }

    Mono<JsonNode> fetch(Target service) {
        return http.get()
                .uri(services.base(service).resolve("/openapi.json"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(PATIENCE)
                .onErrorMap(WebClientException.class, SpecificationClient::away)
                .filter(JsonNode::isObject);
    }

    private static IOException away(WebClientException fault) {
        return new IOException(fault.getMessage(), fault);
    }
}
