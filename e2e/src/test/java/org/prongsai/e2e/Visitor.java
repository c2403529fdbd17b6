package org.prongsai.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.prongsai.launcher.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account's view of the platform: every request goes through the gateway over a real socket. */
public final class Visitor {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Platform platform;
    private final String account;
    private String token = "";

    Visitor(Platform platform, String account) {
        this.platform = platform;
        this.account = account;
    }

    /** What the platform answered. */
    public record Reply(int status, String body, HttpResponse<String> raw) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public String problem() {
            return json().path("type").asString();
        }
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, "", "", headers);
    }

    public Reply post(String path, String type, String body, String... headers) {
        return send("POST", path, type, body, headers);
    }

    public Reply put(String path, String type, String body, String... headers) {
        return send("PUT", path, type, body, headers);
    }

    public Reply send(String method, String path, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(platform.gateway() + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!account.isEmpty()) {
            request.header("Authorization", "Bearer " + token());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return reply(request.build());
    }

    private synchronized String token() {
        if (token.isEmpty()) {
            String basic = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create(platform.tokenEndpoint()))
                    .timeout(PATIENCE)
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"));
            token = reply(request.build()).json().path("access_token").asString();
        }
        return token;
    }

    static Reply reply(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            return new Reply(0, "{}", null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
