package org.prongsai.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prongsai.local.TestTokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running portal between an issuer and an assessment service that is stubborn; one for all tests of a JVM. */
public final class PortalWorld {

    public static final String SITE = "https://ita.example.go.th";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final int MANY = 20;
    private static PortalWorld shared;

    public final StubbornAssessment assessment = StubbornAssessment.start();
    public final TestTokens tokens = TestTokens.start();
    private final ConfigurableApplicationContext portal = new SpringApplicationBuilder(PortalApplication.class)
            .run(
                    "--spring.main.web-application-type=reactive",
                    "--prongsai.services.assessment=" + assessment.address(),
                    "--prongsai.services.patience=2s",
                    "--prongsai.site.address=" + SITE,
                    "--prongsai.issuer=" + tokens.issuer(),
                    "--server.port=0",
                    "--management.server.port=0");

    /** What came back over a real socket. */
    public record Page(int status, String body, Map<String, List<String>> headers) {

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    public static synchronized PortalWorld get() {
        if (shared == null) {
            var world = new PortalWorld();
            world.warm();
            shared = world;
        }
        return shared;
    }

    /** While classes are still loaded, a page may take longer than the portal has patience. */
    private void warm() {
        UnitStory.on(assessment);
        var token = token("coordinator", UnitStory.AGENCY);
        for (int tries = 1; get("/desk", token).status() != 200; tries++) {
            if (tries == MANY) throw new IllegalStateException("no desk is shown");
        }
        assessment.forget();
    }

    public String token(String role, String... agencies) {
        return tokens.token("sub-of-" + role, List.of(role), List.of(agencies));
    }

    /** @param token empty for a visitor who is not signed in */
    public Page get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    public Page post(String path, String token, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        var port = portal.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request;
    }

    private static Page send(HttpRequest request) {
        try {
            var raw = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Page(raw.statusCode(), raw.body(), raw.headers().map());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
