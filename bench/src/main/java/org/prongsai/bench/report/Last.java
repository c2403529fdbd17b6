package org.prongsai.bench.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An earlier result that a new one is laid beside: how it was asked for, and its figures by their names. */
public record Last(String command, Map<String, Double> values) {

    public static final Last NONE = new Last("", Map.of());

    static Last of(JsonNode report) {
        var values = report.path("figures")
                .valueStream()
                .collect(Collectors.toMap(
                        figure -> figure.path("name").asString(),
                        figure -> figure.path("value").asDouble(),
                        (one, again) -> one));
        return new Last(report.path("command").asString(""), values);
    }

    boolean isNone() {
        return values.isEmpty();
    }

    Optional<Double> of(Figure figure) {
        return Optional.ofNullable(values.get(figure.name()));
    }
}
