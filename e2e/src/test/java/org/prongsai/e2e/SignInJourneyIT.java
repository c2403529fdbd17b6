package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Somebody signs in with a browser, is somebody in every service, and signs out. */
class SignInJourneyIT {

    private final Stage stage = Stage.get();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void a_coordinator_signs_in_works_and_signs_out() {
        assertThat(at("/api/v1/me").statusCode()).isEqualTo(401);

        var form = at("/sign-in?to=/api/v1/me");
        assertThat(form.body()).contains("name=\"username\"");
        var me = send(HttpRequest.newBuilder(form.uri().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=demo-coordinator&password=demo&_csrf=" + csrf(form))));
        assertThat(me.uri()).hasPath("/api/v1/me");
        assertThat(me.body()).contains("\"name\":\"demo-coordinator\"", "\"imm-chiangmai\"", "\"coordinator\"");

        assertThat(at("/api/v1/people").statusCode())
                .isEqualTo(
                        stage.visitor("demo-coordinator").get("/api/v1/people").status());
        assertThat(post("/api/v1/rounds", "cross-site").body()).contains("our own pages");
        assertThat(post("/api/v1/rounds", "same-origin").body())
                .contains("/problems/")
                .doesNotContain("our own pages");

        var out = post("/sign-out", "same-origin");
        assertThat(out.uri()).hasHost("localhost").hasPath("/");
        assertThat(out.uri().toString()).startsWith(stage.platform.gateway());
        assertThat(at("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(at("/sign-in").body())
                .as("the issuer has ended its session too")
                .contains("name=\"username\"");
    }

    private static String csrf(HttpResponse<String> form) {
        return form.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> at(String path) {
        return send(HttpRequest.newBuilder(URI.create(stage.platform.gateway() + path)));
    }

    private HttpResponse<String> post(String path, String site) {
        return send(HttpRequest.newBuilder(URI.create(stage.platform.gateway() + path))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(
                    request.header("Accept", "text/html, */*")
                            .header("Accept-Language", "en")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
