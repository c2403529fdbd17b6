package org.prongsai.seeds.http;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back: status, text and the version tag, if one was sent. */
public record Reply(String request, int status, String text, Optional<String> etag) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    }

    public Reply orRefuse() {
        if (!ok()) throw new Refusal(request, Problem.of(status, text));
        return this;
    }
}
