package org.prongsai.seeds.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Signs in as a system (OAuth 2 client credentials) and gives the bearer token. */
final class TokenClient {

    private final PatientClient http;
    private final Door door;

    TokenClient(PatientClient http, Door door) {
        this.http = http;
        this.door = door;
    }

    String token() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door.tokenEndpoint()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return http.send(request, PatientClient.BUSY)
                .orRefuse()
                .json()
                .path("access_token")
                .stringValue();
    }

    private String credentials() {
        String pair = encoded(door.client()) + ":" + encoded(door.secret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
