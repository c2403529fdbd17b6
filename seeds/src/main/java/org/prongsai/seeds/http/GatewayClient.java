package org.prongsai.seeds.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks the public API under {@code /api/v1} with a bearer token, which it renews when it has run out; many may call at once. */
public final class GatewayClient implements AutoCloseable {

    /** A service that has not heard yet of what another one already knows. */
    private static final Set<Integer> NOT_HEARD_YET = Set.of(404, 422);

    private final Door door;
    private final PatientClient http;
    private final PatientClient lagging;
    private volatile @Nullable String token;

    /** @param waiting told what is being waited for, when it is */
    public GatewayClient(Door door, Backoff backoff, Consumer<String> waiting) {
        this.door = door;
        this.http = new PatientClient(backoff, waiting);
        this.lagging = new PatientClient(backoff.halved(), waiting);
    }

    public Reply get(String path) {
        return send(new Call("GET", path, "", BodyPublishers.noBody(), null));
    }

    public Reply post(String path, String type, String body) {
        return send(new Call("POST", path, type, BodyPublishers.ofString(body), null));
    }

    public Reply put(String path, String type, String body, @Nullable String etag) {
        return send(new Call("PUT", path, type, BodyPublishers.ofString(body), etag));
    }

    /** As post, but to a service that learns of agencies and rounds from events and may be a moment behind. */
    public Reply postBehind(String path, String type, String body) {
        var passing = new HashSet<>(PatientClient.BUSY);
        passing.addAll(NOT_HEARD_YET);
        return send(new Call("POST", path, type, BodyPublishers.ofString(body), null), lagging, passing);
    }

    private Reply send(Call call) {
        return send(call, http, PatientClient.BUSY);
    }

    private Reply send(Call call, PatientClient client, Set<Integer> passing) {
        Reply reply = client.send(request(call), passing);
        if (reply.status() != 401) return reply;
        token = null;
        return client.send(request(call), passing);
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door.gateway() + "/api/v1" + call.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .method(call.method(), call.body());
        if (!call.type().isEmpty()) request.header("Content-Type", call.type());
        if (call.etag() != null) request.header("If-Match", call.etag());
        return request.build();
    }

    /** A bearer token with all of its minutes left, for those who speak to the gateway in a way of their own. */
    public String newToken() {
        return new TokenClient(http, door).token();
    }

    private String token() {
        String held = token;
        if (held == null) token = held = newToken();
        return held;
    }

    @Override
    public void close() {
        http.close();
        lagging.close();
    }

    private record Call(
            String method,
            String path,
            String type,
            BodyPublisher body,
            @Nullable String etag) {}
}
