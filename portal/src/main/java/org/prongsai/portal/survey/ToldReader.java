package org.prongsai.portal.survey;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a service said instead of doing what was asked. */
public final class ToldReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ToldReader() {}

    public static Told told(ClientResponse response, byte[] body) {
        int status = response.statusCode().value();
        var problem = problem(body);
        var type = problem.path("type").asString("");
        return new Told(
                status,
                type.substring(type.lastIndexOf('/') + 1),
                problem.path("detail").asString(""),
                wait(response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER)),
                problem.path("errors")
                        .valueStream()
                        .map(fault -> JSON.treeToValue(fault, Told.Fault.class))
                        .toList());
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (RuntimeException unreadable) {
            return JSON.createObjectNode();
        }
    }

    private static int wait(@Nullable String seconds) {
        try {
            return seconds == null ? 0 : Integer.parseInt(seconds);
        } catch (NumberFormatException date) {
            return 0;
        }
    }
}
