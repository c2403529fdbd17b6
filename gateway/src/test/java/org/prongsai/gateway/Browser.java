package org.prongsai.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Somebody at a browser: keeps cookies, goes where it is sent when told to, and says where a form comes from. */
final class Browser {
    static final String US = "http://localhost:8080";
    final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final int port;

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> open(String path, String... headers) {
        return send(HttpRequest.newBuilder(), path, headers);
    }

    /** A form, or a script, of one of our own pages. */
    HttpResponse<String> post(String path, String... headers) {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.ofString("a=b")), path, headers);
    }

    /** Where the answer sends it, whatever that is called: the test does not listen at the public address. */
    HttpResponse<String> follow(HttpResponse<String> response) {
        String next = location(response);
        return next.startsWith(US) || next.startsWith("/")
                ? open(next.replace(US, ""))
                : fetch(HttpRequest.newBuilder(), URI.create(next));
    }

    /** To the issuer, back, and on. */
    HttpResponse<String> signIn(String to) {
        return follow(follow(open("/sign-in?to=" + to)));
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    static List<String> setCookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        request.header("Accept", path.startsWith("/api/") ? "*/*" : "text/html,*/*;q=0.8");
        request.header("Accept-Language", "en");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = fetch(request, URI.create("http://localhost:" + port + path));
        setCookies(response).forEach(this::keep);
        return response;
    }

    private static HttpResponse<String> fetch(HttpRequest.Builder request, URI address) {
        try {
            return Calling.HTTP.send(
                    request.uri(address).timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String line) {
        String[] cookie = line.split(";")[0].split("=", 2);
        if (line.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }
}
