package org.prongsai.seeds.file;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A round as a file whose windows may be written as days from today ({@code -P20D}). */
public record RoundTemplate(ObjectNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static RoundTemplate of(String json) {
        return new RoundTemplate((ObjectNode) JSON.readTree(json));
    }

    public String round() {
        return body.path("round").asString();
    }

    /** The framework's name without its version. */
    public String framework() {
        return nameOf(body.path("framework").asString());
    }

    /** The request that makes this round on that day, under the version of the framework the platform holds. */
    public ObjectNode on(LocalDate today, String framework) {
        ObjectNode request = body.deepCopy().put("framework", framework);
        Stream.of("calendar", "overrides")
                .flatMap(list -> request.path(list).valueStream())
                .forEach(window -> settle((ObjectNode) window, today));
        return request;
    }

    private static void settle(ObjectNode window, LocalDate today) {
        for (String end : List.of("from", "to")) {
            String day = window.path(end).asString("");
            if (relative(day)) window.put(end, today.plus(Period.parse(day)).toString());
        }
    }

    private static boolean relative(String day) {
        return day.startsWith("P") || day.startsWith("-P");
    }

    /** Made from this file, perhaps on another day; anything else under its name is somebody else's round. */
    public boolean made(JsonNode existing) {
        return nameOf(existing.path("framework").asString("")).equals(framework())
                && existing.path("synthetic").asBoolean(false)
                        == body.path("synthetic").asBoolean(false);
    }

    private static String nameOf(String reference) {
        return reference.replaceFirst("@.*$", "");
    }
}
