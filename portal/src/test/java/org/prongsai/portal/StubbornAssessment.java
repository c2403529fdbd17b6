package org.prongsai.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An assessment service that says what it was told to say, whatever is asked of it, and remembers each question. */
public final class StubbornAssessment implements AutoCloseable {

    private static final Answer NOTHING = problem(404, "not-found", "");

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    /** What it says to one method and path. */
    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    /** What somebody asked: names of headers in lower case. */
    public record Question(String method, String path, String query, Map<String, String> headers, String body) {}

    private StubbornAssessment() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static StubbornAssessment start() {
        try {
            return new StubbornAssessment();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Knows nothing and remembers nothing. */
    public void forget() {
        answers.clear();
        slow.clear();
        questions.clear();
    }

    /** @param headers name, value, name, value … */
    public void says(String method, String path, int status, String json, String... headers) {
        answers.put(method + " " + path, new Answer(status, "application/json", json, pairs(headers)));
    }

    public void saysFile(String method, String path, String csv) {
        answers.put(method + " " + path, new Answer(201, "text/csv", csv, Map.of()));
    }

    /** From now on it takes this up and never answers. */
    public void slow(String method, String path) {
        slow.add(method + " " + path);
    }

    /** @param errors a list in JSON, without its brackets */
    public void refuses(String method, String path, int status, String type, String errors) {
        answers.put(method + " " + path, problem(status, type, errors));
    }

    public List<Question> asked(String method, String path) {
        return questions.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var headers = new ConcurrentHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var query = uri.getQuery() == null ? "" : uri.getQuery();
            questions.add(new Question(exchange.getRequestMethod(), uri.getPath(), query, headers, body));
            var place = exchange.getRequestMethod() + " " + uri.getPath();
            if (slow.contains(place)) new CountDownLatch(1).await();
            var answer = answers.getOrDefault(place, NOTHING);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer problem(int status, String type, String errors) {
        var body = """
                {"type":"/problems/%s","title":"","status":%d,"detail":"What the service says.","errors":[%s]}""".formatted(type, status, errors);
        return new Answer(status, "application/problem+json", body, Map.of());
    }

    private static Map<String, String> pairs(String... headers) {
        var pairs = new ConcurrentHashMap<String, String>();
        for (int at = 0; at < headers.length; at += 2) pairs.put(headers[at], headers[at + 1]);
        return pairs;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
