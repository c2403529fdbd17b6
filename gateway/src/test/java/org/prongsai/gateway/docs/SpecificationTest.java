package org.prongsai.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecificationTest {
    private static final BiPredicate<String, String> ANY_DOOR = (_, _) -> true;
    private static final JsonNode ONE = json("""
            {"paths": {"/a": {"get": {"x": {"$ref": "#/components/schemas/Problem"}}}},
             "tags": [{"name": "one"}],
             "components": {"schemas": {"Problem": {"type": "object"}, "Item": {"type": "string"}}}}""");
    private static final JsonNode TWO = json("""
            {"paths": {"/a": {"put": {}}, "/b": {"get": {"x": [{"$ref": "#/components/schemas/Item"}]}}},
             "components": {"schemas": {"Problem": {"type": "object"}, "Item": {"type": "integer"}}}}""");

    @Test
    void pathsAndComponentsComeTogether() {
        JsonNode whole = Specification.merge(Map.of("one", ONE, "two", TWO), List.of(), ANY_DOOR);

        assertThat(whole.path("paths").propertyNames()).containsExactly("/a", "/b");
        assertThat(whole.at("/paths/~1a").propertyNames()).containsExactly("get", "put");
        assertThat(whole.at("/components/schemas").propertyNames()).containsExactly("Problem", "Item", "two.Item");
        assertThat(whole.at("/tags/0/name").asString()).isEqualTo("one");
    }

    @Test
    void aNameUsedTwiceLeadsToTheRightThing() {
        JsonNode whole = Specification.merge(Map.of("one", ONE, "two", TWO), List.of(), ANY_DOOR);

        assertThat(whole.at("/paths/~1b/get/x/0/$ref").asString()).isEqualTo("#/components/schemas/two.Item");
        assertThat(whole.at("/paths/~1a/get/x/$ref").asString()).isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void aPathWithoutADoorIsNamedAndNotDescribed() {
        JsonNode whole = Specification.merge(
                Map.of("one", ONE, "two", TWO),
                List.of(),
                (service, path) -> service.equals("two") && path.equals("/a"));

        assertThat(whole.at("/paths/~1a").propertyNames()).containsExactly("put");
        assertThat(whole.path("paths").propertyNames()).containsExactly("/a");
        assertThat(whole.path("x-paths-without-door").valueStream().map(JsonNode::asString))
                .containsExactly("/a", "/b");
    }

    @Test
    void whoIsMissingIsNamed() {
        JsonNode whole = Specification.merge(Map.of("one", ONE), List.of("two"), ANY_DOOR);

        assertThat(whole.at("/x-absent-services/0").asString()).isEqualTo("two");
        assertThat(whole.at("/info/description").asString()).contains("two");
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
