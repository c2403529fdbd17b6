package org.prongsai.web.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over a real socket. */
record Answer(int status, HttpResponse<String> raw) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer to(String uri, UnaryOperator<HttpRequest.Builder> request) {
        try {
            var raw = HTTP.send(
                    request.apply(HttpRequest.newBuilder(URI.create(uri))).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), raw);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String header(String name) {
        return String.join("|", raw.headers().allValues(name));
    }

    JsonNode json() {
        return JSON.readTree(raw.body());
    }

    String type() {
        return json().path("type").asString();
    }

    JsonNode fault() {
        return json().path("errors").path(0);
    }
}
