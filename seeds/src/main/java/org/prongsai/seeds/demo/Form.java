package org.prongsai.seeds.demo;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a framework document asks: the questions of a survey and the items of the disclosure check. */
record Form(JsonNode framework) {

    List<Question> questions(String instrument) {
        return items(instrument).flatMap(Form::leaves).map(Question::of).toList();
    }

    List<String> itemCodes(String instrument) {
        return items(instrument).map(item -> item.path("code").asString()).toList();
    }

    private Stream<JsonNode> items(String instrument) {
        return framework
                .path("instruments")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(instrument))
                .flatMap(each -> each.path("indicators").valueStream())
                .flatMap(each ->
                        each.has("subIndicators") ? each.path("subIndicators").valueStream() : Stream.of(each))
                .flatMap(each -> each.path("items").valueStream());
    }

    private static Stream<JsonNode> leaves(JsonNode item) {
        return item.path("subItems").isEmpty()
                ? Stream.of(item)
                : item.path("subItems").valueStream();
    }
}
