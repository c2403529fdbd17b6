package org.prongsai.seeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A platform over real HTTP that remembers what it was told and can be made to stumble first. */
final class RecordingPlatform implements AutoCloseable {

    record Call(String method, String path, String type, String authorization, String body) {
        String line() {
            return method + " " + path;
        }
    }

    record Stumble(String path, int status, String body, Map<String, String> headers) {}

    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final ArrayDeque<Stumble> stumbles = new ArrayDeque<>();
    private final Map<String, ObjectNode> frameworks = new HashMap<>();
    private final Map<String, JsonNode> rounds = new HashMap<>();
    private final Map<String, ObjectNode> agencies = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, JsonNode> populations = new HashMap<>();
    /** By path of the unit in its round and survey. */
    private final Map<String, Map<String, Integer>> answers = new HashMap<>();

    private int tokens;

    RecordingPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next request to this path gets this answer instead of the right one. */
    RecordingPlatform stumble(String path, int status, String body) {
        return stumble(new Stumble(path, status, body, Map.of()));
    }

    synchronized RecordingPlatform stumble(Stumble stumble) {
        stumbles.add(stumble);
        return this;
    }

    synchronized RecordingPlatform holding(String round, String json) {
        rounds.put(round, JsonMapper.shared().readTree(json));
        return this;
    }

    /** So many answers more, whoever gave them. */
    synchronized RecordingPlatform answered(String round, String agency, String instrument, int more) {
        answers.computeIfAbsent("/rounds/" + round + "/agencies/" + agency, _ -> new TreeMap<>())
                .merge(instrument, more, Integer::sum);
        return this;
    }

    synchronized String held(String round) {
        return String.valueOf(rounds.get(round));
    }

    List<Call> to(String line) {
        return List.copyOf(calls).stream()
                .filter(call -> call.line().matches(line))
                .toList();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(headers.getFirst("Content-Type")),
                String.valueOf(headers.getFirst("Authorization")),
                body);
        calls.add(call);
        Stumble next = stumbles.peek();
        if (next != null && call.path().equals(next.path())) stumble(exchange, stumbles.pop());
        else answer(exchange, call);
    }

    private static void stumble(HttpExchange exchange, Stumble stumble) throws IOException {
        stumble.headers().forEach(exchange.getResponseHeaders()::add);
        reply(exchange, stumble.status(), stumble.body());
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        String path = call.path().replaceFirst("^/api/v1", "");
        switch (call.method() + " " + path.replaceAll("\\?.*", "").replaceAll("^(/[a-z0-9]+)/[^/]+", "$1/*")) {
            case "POST /oauth2/*" ->
                reply(exchange, 200, "{\"access_token\":\"t" + ++tokens + "\",\"expires_in\":900}");
            case "POST /agencies/*" -> {
                call.body().lines().skip(1).map(line -> line.split(",", -1)).forEach(this::register);
                reply(exchange, 200, "{\"created\":3,\"updated\":0,\"unchanged\":0,\"rejected\":[]}");
            }
            case "GET /agencies/*" -> found(exchange, agencies.get(path.substring("/agencies/".length())));
            case "GET /agencies" -> reply(exchange, 200, page(call.path()));
            case "POST /results/*" -> reply(exchange, 200, results(call.body()));
            case "GET /frameworks/*" -> found(exchange, frameworks.get(path.replaceFirst("@.*", "")));
            case "PUT /frameworks/*" -> reply(exchange, 201, store(path, call.body()));
            case "POST /rounds" -> open(exchange, JsonMapper.shared().readTree(call.body()));
            case "GET /rounds/*" -> found(exchange, rounds.get(path.substring("/rounds/".length())));
            case "POST /people" -> reply(exchange, known.add(call.body()) ? 201 : 409, "{\"title\":\"Known\"}");
            case "POST /rounds/*/responses/imports" -> reply(exchange, 200, imported(path.split("/")[2], call.body()));
            case "POST /rounds/*/marks/imports" ->
                reply(exchange, 200, "{\"created\":5,\"updated\":0,\"unchanged\":0,\"rejected\":[]}");
            case String other when other.endsWith("/population") -> population(exchange, call, path);
            case String other when other.endsWith("/score") -> found(exchange, score(path.replaceFirst("/score$", "")));
            default -> reply(exchange, call.method().equals("PUT") ? 200 : 404, "{\"title\":\"Not found\"}");
        }
    }

    private void register(String[] line) {
        agencies.put(
                line[0],
                JsonMapper.shared().createObjectNode().put("agency", line[0]).put("type", line[2]));
    }

    /** Two pages, for whoever asks for agencies of types. */
    private String page(String asked) {
        List<ObjectNode> all = agencies.values().stream()
                .filter(agency -> asked.contains("type=" + agency.path("type").asString()))
                .toList();
        boolean second = asked.contains("&cursor=next");
        List<ObjectNode> some = second ? all.subList(all.size() / 2, all.size()) : all.subList(0, all.size() / 2);
        return "{\"items\":%s,\"next\":%s}".formatted(some, second ? "null" : "\"next\"");
    }

    private String results(String csv) {
        long fresh = csv.lines().skip(1).filter(known::add).count();
        return "{\"created\":%d,\"updated\":0,\"unchanged\":%d,\"rejected\":[]}"
                .formatted(fresh, csv.lines().count() - 1 - fresh);
    }

    private String store(String path, String json) {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(json);
        int version = frameworks.containsKey(path) ? 2 : 1;
        frameworks.put(path, document.put("ref", path.replace("/frameworks/", "") + "@" + version));
        return document.toString();
    }

    private void open(HttpExchange exchange, JsonNode round) throws IOException {
        boolean fresh = rounds.putIfAbsent(round.path("round").asString(), round) == null;
        reply(exchange, fresh ? 201 : 409, fresh ? round.toString() : "{\"title\":\"Exists\"}");
    }

    private void population(HttpExchange exchange, Call call, String path) throws IOException {
        if (call.method().equals("GET")) found(exchange, populations.get(path));
        else {
            JsonNode wanted = JsonMapper.shared().readTree(call.body());
            JsonNode there = populations.putIfAbsent(path, wanted);
            boolean other = there != null && !there.equals(wanted);
            reply(exchange, other ? 428 : 200, other ? "{\"title\":\"Which version?\"}" : call.body());
        }
    }

    private @Nullable JsonNode score(String unit) {
        if (!answers.containsKey(unit)) return null;
        ObjectNode score = JsonMapper.shared().createObjectNode();
        answers.get(unit).forEach((instrument, responses) -> score.withArray("instruments")
                .addObject()
                .put("code", instrument)
                .put("responses", responses));
        return score;
    }

    private String imported(String round, String lines) {
        List<String> news = lines.lines().filter(known::add).toList();
        news.stream()
                .map(JsonMapper.shared()::readTree)
                .forEach(line -> answered(
                        round,
                        line.path("agency").asString(),
                        line.path("instrument").asString(),
                        1));
        long fresh = news.size();
        return "{\"accepted\":%d,\"repeated\":%d,\"released\":%d}"
                .formatted(fresh, lines.lines().count() - fresh, fresh);
    }

    private static void found(HttpExchange exchange, @Nullable JsonNode document) throws IOException {
        reply(
                exchange,
                document == null ? 404 : 200,
                document == null ? "{\"title\":\"Not found\"}" : document.toString());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
