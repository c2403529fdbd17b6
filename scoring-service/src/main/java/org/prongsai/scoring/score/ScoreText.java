package org.prongsai.scoring.score;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
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
}
