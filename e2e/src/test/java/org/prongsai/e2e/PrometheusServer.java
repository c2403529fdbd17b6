package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Prometheus with the configuration and the rules of this repository, looking at a running platform. */
final class PrometheusServer implements AutoCloseable {

    static final Path FILES = Path.of("../ops/prometheus").toAbsolutePath().normalize();
    private static final String NAMED = "PRONGSAI_PROMETHEUS";

    private final Process process;
    private final String base;

    private PrometheusServer(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    /** The program; without one a test is skipped, unless the environment says where it must be. */
    static Path program(String name) {
        Optional<String> named = Optional.ofNullable(System.getenv(NAMED));
        Path found = Path.of(named.orElse("/usr/bin/prometheus")).resolveSibling(name);
        String missing = found + " is not there: apt-get install prometheus, or name it in " + NAMED;
        if (named.isPresent()) {
            assertThat(Files.isExecutable(found)).as(missing).isTrue();
        }
        assumeThat(Files.isExecutable(found)).as(missing).isTrue();
        return found;
    }

    /** Scrapes every second, so that a test need not wait as long as an operator would. */
    static PrometheusServer watching(Stage stage, Path folder) throws IOException {
        String config = Files.readString(FILES.resolve("local.yml"))
                .replace("15s", "1s")
                .replace("rules/*.yml", FILES + "/rules/*.yml");
        for (var service : List.of(
                "gateway", "assessment-service", "scoring-service", "disclosure-service", "notification-service")) {
            String target = stage.platform.management(service).replace("http://", "");
            config = config.replaceAll(
                    "\"localhost:\\d+\"], labels: \\{service: " + service + "}",
                    "\"" + target + "\"], labels: {service: " + service + "}");
        }
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        String address = InetAddress.getLoopbackAddress().getHostAddress() + ":" + freePort();
        var process = new ProcessBuilder(
                        program("prometheus").toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusServer(process, "http://" + address);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    boolean isReady() {
        return ask("/-/ready").status() == 200;
    }

    JsonNode query(String expression) {
        var reply = ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(reply.status()).as("%s: %s", expression, reply.body()).isEqualTo(200);
        return reply.json().at("/data/result");
    }

    /** Whether anything is found, were it only that something is not a number. */
    boolean knows(String expression) {
        return !query(expression).isEmpty();
    }

    /** Whether anything is found that is a number. */
    boolean shows(String expression) {
        return query(expression)
                .valueStream()
                .anyMatch(one -> !one.at("/value/1").asString().equals("NaN"));
    }

    Stream<JsonNode> rules() {
        return ask("/api/v1/rules").json().at("/data/groups").valueStream().flatMap(group -> group.path("rules")
                .valueStream());
    }

    List<String> names() {
        return ask("/api/v1/label/__name__/values")
                .json()
                .path("data")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private Visitor.Reply ask(String path) {
        return Visitor.reply(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
