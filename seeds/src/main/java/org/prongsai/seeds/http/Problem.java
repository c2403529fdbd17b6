package org.prongsai.seeds.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refusal as the platform words it (RFC 9457): what, why, and every fault it found. */
public record Problem(int status, String type, String title, String detail, List<String> faults) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 20;

    static Problem of(int status, String body) {
        try {
            return of(status, JSON.readTree(body));
        } catch (JacksonException notJson) {
            return new Problem(status, "", "The answer was not a problem document", body.strip(), List.of());
        }
    }

    private static Problem of(int status, JsonNode body) {
        return new Problem(
                status,
                body.path("type").asString(""),
                body.path("title").asString("The request was refused"),
                body.path("detail").asString(""),
                body.path("errors").valueStream().map(Problem::fault).toList());
    }

    private static String fault(JsonNode error) {
        return error.path("pointer").asString("?") + ": " + error.path("reason").asString("") + part(error, "expected")
                + part(error, "actual");
    }

    private static String part(JsonNode error, String name) {
        JsonNode value = error.path(name);
        return value.isMissingNode() || value.isNull() ? "" : ", " + name + " " + value;
    }

    public String text() {
        return Stream.of(
                        Stream.of(heading()), Stream.of(detail), faults.stream().limit(SHOWN), more())
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n  "));
    }

    private String heading() {
        return status + " " + title + (type.isEmpty() ? "" : " (" + type + ")");
    }

    private Stream<String> more() {
        return faults.size() > SHOWN ? Stream.of("… and " + (faults.size() - SHOWN) + " more") : Stream.empty();
    }
}
