package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table, the compose file and the cluster manifests say the same. */
class TopologyTest {

    private static final Path HOME = Path.of("..");
    /** Seconds: the gateway lets requests end, the intake its commit. */
    private static final int LONGEST_PHASE = 20;

    private static final int LONGEST_COMMIT = 30;
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void noPortIsUsedTwice() {
        assertThat(Topology.PARTS.stream().flatMap(Part::ports)).doesNotHaveDuplicates();
    }

    @Test
    void composeRunsTheServicesTheirStoresAndWhoLooksAtThemAndNothingElse() {
        assertThat(compose().path("services").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names(), Stream.of("postgres", "kafka", "prometheus", "alertmanager", "grafana"))
                                .toList());
        assertThat(at(compose(), "services", "postgres", "environment", "PGPORT"))
                .isEqualTo(String.valueOf(Topology.portOf("postgres")));
        assertThat(at(compose(), "services", "kafka", "environment", "KAFKA_LISTENERS"))
                .contains(":" + Topology.portOf("kafka") + ",")
                .endsWith(":" + Topology.portOf("kafka-controller"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void composeGivesAServiceItsPortsNeedsAndAddresses(Part part) {
        var service = compose().path("services").path(part.name());
        var environment = service.path("environment");
        assertThat(environment.path("PRONGSAI_PORT").asString()).isEqualTo(String.valueOf(part.port()));
        assertThat(environment.path("PRONGSAI_MANAGEMENT_PORT").asString())
                .isEqualTo(String.valueOf(part.managementPort()));
        assertThat(Set.copyOf(service.path("depends_on").propertyNames())).isEqualTo(part.needs());
        part.needs().forEach(need -> assertThat(
                        environment.path("PRONGSAI_" + need.toUpperCase()).asString())
                .isEqualTo(need + ":" + Topology.portOf(need)));
        addresses(part).forEach((variable, url) -> assertThat(
                        environment.path(variable).asString())
                .as(variable)
                .isEqualTo(url));
        assertThat(environment.path("PRONGSAI_ISSUER").asString()).startsWith("${PRONGSAI_ISSUER:?");
        assertThat(at(service, "build", "args", "MODULE")).isEqualTo(part.name());
        assertThat(environment.has("PRONGSAI_SMTP_HOST")).isEqualTo(part.calls().contains("mail"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theClusterGivesAServiceItsPortsNeedsAndAddresses(Part part) {
        var documents = documents(HOME.resolve("k8s/base").resolve(part.name() + ".yaml"));
        var container = documents.getFirst().at("/spec/template/spec/containers/0");
        assertThat(documents)
                .extracting(document -> document.at("/metadata/name").asString())
                .containsOnly(part.name());
        assertThat(port(container, "http")).isEqualTo(part.port());
        assertThat(port(container, "management")).isEqualTo(part.managementPort());
        assertThat(documents.get(1).at("/spec/ports/0/port").asInt()).isEqualTo(part.port());
        assertThat(value(container, "PRONGSAI_PORT")).isEqualTo(String.valueOf(part.port()));
        assertThat(value(container, "PRONGSAI_MANAGEMENT_PORT")).isEqualTo(String.valueOf(part.managementPort()));
        assertThat(Stream.of("postgres", "kafka").filter(store -> has(container, "PRONGSAI_" + store.toUpperCase())))
                .containsExactlyInAnyOrderElementsOf(part.needs());
        addresses(part)
                .forEach((variable, url) ->
                        assertThat(value(container, variable)).as(variable).isEqualTo(url));
        assertThat(has(container, "PRONGSAI_SMTP_HOST")).isEqualTo(part.calls().contains("mail"));
    }

    @ParameterizedTest
    @CsvSource({"prometheus.yml, true", "local.yml, false"})
    void prometheusScrapesEveryServiceUnderItsName(String file, boolean inContainers) {
        var job = documents(HOME.resolve("ops/prometheus").resolve(file))
                .getFirst()
                .at("/scrape_configs/0");
        assertThat(job.path("metrics_path").asString()).isEqualTo("/actuator/prometheus");
        assertThat(job.path("static_configs").valueStream())
                .extracting(target -> target.at("/labels/service").asString() + " at "
                        + target.at("/targets/0").asString())
                .containsExactlyElementsOf(services()
                        .map(part -> "%s at %s:%d"
                                .formatted(
                                        part.name(), inContainers ? part.name() : "localhost", part.managementPort()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void theClusterSaysWhereAServiceIsScrapedAndGivesItTimeToEnd(Part part) {
        var template = documents(HOME.resolve("k8s/base").resolve(part.name() + ".yaml"))
                .getFirst()
                .at("/spec/template/metadata/annotations");
        assertThat(template.path("prometheus.io/port").asString()).isEqualTo(String.valueOf(part.managementPort()));
        var pod = documents(HOME.resolve("k8s/base/hardening.yaml")).getFirst().at("/spec/template/spec");
        int before = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
        assertThat(before).isPositive();
        assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(before + LONGEST_PHASE + LONGEST_COMMIT);
    }

    @Test
    void theClusterListsEveryFileAndTheStoresOfTheTable() {
        var listed = documents(HOME.resolve("k8s/base/kustomization.yaml"))
                .getFirst()
                .path("resources");
        assertThat(listed.valueStream().map(JsonNode::asString))
                .containsAll(names().map(name -> name + ".yaml").toList());
        var stores = documents(HOME.resolve("k8s/base/settings.yaml")).get(1).path("data");
        Stream.of("postgres", "kafka")
                .forEach(store ->
                        assertThat(stores.path(store).asString()).isEqualTo(store + ":" + Topology.portOf(store)));
    }

    @Test
    void bothSayHowManyReplicasAndPartitionsATopicGets() {
        var compose = compose().path("x-topics");
        assertThat(compose.path("PRONGSAI_KAFKA_REPLICAS").asString()).isEqualTo("1");
        assertThat(compose.path("PRONGSAI_KAFKA_PARTITIONS").asInt()).isPositive();
        services().filter(part -> part.needs().contains("kafka")).forEach(part -> assertThat(
                        at(compose(), "services", part.name(), "environment", "<<"))
                .isEqualTo("topics"));
        var cluster = documents(HOME.resolve("k8s/base/settings.yaml")).get(0).path("data");
        assertThat(cluster.path("PRONGSAI_KAFKA_REPLICAS").asString()).isEqualTo("3");
        assertThat(cluster.path("PRONGSAI_KAFKA_PARTITIONS")).isEqualTo(compose.path("PRONGSAI_KAFKA_PARTITIONS"));
    }

    @Test
    void theNetworkPolicyKnowsEveryServiceBehindTheGateway() {
        var policy = documents(HOME.resolve("k8s/base/network.yaml")).get(2);
        assertThat(policy.at("/spec/podSelector/matchExpressions/0/values")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(Topology.GATEWAY.calls());
    }

    @Test
    void theNetworkPolicyKnowsWhomThePagesAsk() {
        var policy = documents(HOME.resolve("k8s/base/network.yaml")).get(3);
        assertThat(policy.at("/spec/podSelector/matchExpressions/0/values")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(Topology.named("portal").calls());
    }

    private static Stream<Part> services() {
        return Topology.PARTS.stream().filter(Part::managed);
    }

    private static Stream<String> names() {
        return services().map(Part::name);
    }

    private static java.util.Map<String, String> addresses(Part part) {
        return part.calls().stream()
                .filter(called -> !called.equals("mail"))
                .map(Topology::named)
                .collect(Collectors.toMap(Part::variable, called -> "http://" + called.name() + ":" + called.port()));
    }

    private static JsonNode compose() {
        return documents(HOME.resolve("docker-compose.yml")).getFirst();
    }

    private static List<JsonNode> documents(Path file) {
        try (var reader = Files.newBufferedReader(file);
                var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(reader)) {
            return values.readAll();
        } catch (java.io.IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String at(JsonNode node, String... path) {
        for (var name : path) {
            node = node.path(name);
        }
        return node.asString();
    }

    private static int port(JsonNode container, String name) {
        return container
                .path("ports")
                .valueStream()
                .filter(port -> port.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("containerPort")
                .asInt();
    }

    private static boolean has(JsonNode container, String variable) {
        return container.path("env").valueStream().anyMatch(entry -> entry.path("name")
                .asString()
                .equals(variable));
    }

    private static String value(JsonNode container, String variable) {
        return container
                .path("env")
                .valueStream()
                .filter(entry -> entry.path("name").asString().equals(variable))
                .findFirst()
                .map(entry -> entry.path("value").asString())
                .orElse("");
    }
}
