package org.prongsai.scoring.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A score as it is kept: the JSON that the API shows, in the order of its record. */
final class ScoreText {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ScoreText() {}

    static @Nullable String write(@Nullable Score score) {
        return score == null ? null : MAPPER.writeValueAsString(score);
    }

    static @Nullable Score read(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, Score.class);
    }

    /** What was kept; null also where that is no score, somebody else than the service having written it. */
    static @Nullable Score kept(@Nullable String text) {
        try {
            var score = read(text);
            // Nothing that is asked of a score may be missing.
            return Columns.of(score).equals(Columns.of(null)) ? null : score;
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    /** The names of those fields of two scores that are not the same; {@code score} where one is missing or no score. */
    static List<String> differences(@Nullable String one, @Nullable String other) {
        if (Objects.equals(one, other)) return List.of();
        var some = fields(one);
        var others = fields(other);
        var names = new TreeSet<>(some.keySet());
        names.addAll(others.keySet());
        var different = names.stream()
                .filter(name -> !Objects.equals(some.get(name), others.get(name)))
                .toList();
        return some.isEmpty() || others.isEmpty() || different.isEmpty() ? List.of("score") : different;
    }

    private static Map<String, JsonNode> fields(@Nullable String text) {
        var fields = new HashMap<String, JsonNode>();
        if (text == null) return fields;
        try {
            MAPPER.readTree(text).properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
        } catch (JacksonException damaged) {
            fields.clear();
        }
        return fields;
    }
}
