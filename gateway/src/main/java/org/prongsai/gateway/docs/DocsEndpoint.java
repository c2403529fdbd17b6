package org.prongsai.gateway.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.route.DoorFilter;
import org.prongsai.gateway.route.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The API's description: of each service, and of all in one. */
@RestController
class DocsEndpoint {
    private final SpecificationClient specifications;
    private final DoorFilter doors;

    private record Fetched(Target service, Optional<JsonNode> document) {}

    DocsEndpoint(SpecificationClient specifications, DoorFilter doors) {
        this.specifications = specifications;
        this.doors = doors;
    }

    @GetMapping(path = "/docs/openapi/{service}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<JsonNode> one(@PathVariable String service) {
        return specifications.fetch(target(service)).map(Specification::atGateway);
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<JsonNode> all() {
        return Flux.fromStream(Target::described)
                .flatMap(this::fetch)
                .collectList()
                .map(this::merged);
    }

    private Mono<Fetched> fetch(Target service) {
        return specifications
                .fetch(service)
                .map(document -> new Fetched(service, Optional.of(document)))
                .onErrorResume(_ -> Mono.empty())
                .defaultIfEmpty(new Fetched(service, Optional.empty()));
    }

    private JsonNode merged(List<Fetched> fetched) {
        Map<String, JsonNode> present = fetched.stream()
                .filter(one -> one.document().isPresent())
                .collect(Collectors.toMap(
                        one -> one.service().id(), one -> one.document().orElseThrow()));
        List<String> absent = fetched.stream()
                .filter(one -> one.document().isEmpty())
                .map(one -> one.service().id())
                .sorted()
                .toList();
        return Specification.merge(present, absent, (service, path) -> doors.lead(path, target(service)));
    }

    private static Target target(String service) {
        return Target.described()
                .filter(target -> target.id().equals(service))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NO_SUCH_PATH));
    }
}
