package org.prongsai.web.sample;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service and its issuer, running. Closing one Boot context stops Netty for all, so never two at once. */
final class Sample implements AutoCloseable {
    final TinyIssuer issuer = new TinyIssuer();
    final ConfigurableApplicationContext service;
    final String base;

    Sample(String... settings) {
        var all = new ArrayList<>(
                List.of("--server.port=0", "--management.server.port=0", "--prongsai.issuer=" + issuer.url()));
        all.addAll(List.of(settings));
        service = new SpringApplicationBuilder(SampleApplication.class).run(all.toArray(String[]::new));
        base = "http://localhost:" + port("local.server.port") + "/api/v1";
        issuer.start();
    }

    @Override
    public void close() {
        service.close();
        issuer.close();
    }

    String port(String name) {
        return service.getEnvironment().getRequiredProperty(name);
    }

    Answer get(String path, String... headers) {
        return send(path, request -> headers.length == 0 ? request : request.headers(headers));
    }

    Answer send(String path, UnaryOperator<HttpRequest.Builder> request) {
        return Answer.to(base + path, request);
    }

    Answer write(String method, String path, String body, String... headers) {
        return send(path, request -> {
            var typed =
                    request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
            return headers.length == 0 ? typed : typed.headers(headers);
        });
    }

    String[] as(String role, String... agencies) {
        return new String[] {"Authorization", "Bearer " + issuer.token("somebody", role, agencies)};
    }
}
