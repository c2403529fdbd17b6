package org.prongsai.assessment;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered over a real socket. */
public record Answer(HttpResponse<String> raw) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return raw.statusCode();
    }

    public String body() {
        return raw.body();
    }

    public String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JSON.readTree(raw.body());
    }

    /** The last part of the problem's type. */
    public String problem() {
        return json().path("type").asString().replace("/problems/", "");
    }

    /** Every fault as {@code pointer reason}. */
    public List<String> faults() {
        return json().path("errors")
                .valueStream()
                .map(fault -> fault.path("pointer").asString() + " "
                        + fault.path("reason").asString())
                .toList();
    }
}
