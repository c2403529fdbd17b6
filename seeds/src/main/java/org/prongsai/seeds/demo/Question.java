package org.prongsai.seeds.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One question of a survey: the options with a value from worst to best, and the one for those who do not know. */
record Question(String code, List<Option> options, @Nullable String unknown) {

    record Option(String code, int value) {
        static Option of(JsonNode option) {
            return new Option(
                    option.path("code").asString(), option.path("value").asInt());
        }
    }

    static Question of(JsonNode leaf) {
        return new Question(leaf.path("code").asString(), valued(leaf), unknown(leaf));
    }

    private static List<Option> valued(JsonNode leaf) {
        return leaf.path("options")
                .valueStream()
                .filter(option -> option.path("value").isNumber())
                .map(Option::of)
                .sorted(Comparator.comparingInt(Option::value))
                .toList();
    }

    private static @Nullable String unknown(JsonNode leaf) {
        return leaf.path("options")
                .valueStream()
                .filter(option -> !option.path("value").isNumber())
                .map(option -> option.path("code").asString())
                .findFirst()
                .orElse(null);
    }

    Optional<String> dontKnow() {
        return Optional.ofNullable(unknown);
    }

    boolean yesOrNo() {
        return options.size() == 2;
    }

    String worst() {
        return options.getFirst().code();
    }

    String best() {
        return options.getLast().code();
    }

    String nearest(double value) {
        return options.stream()
                .min(Comparator.comparingDouble(option -> Math.abs(option.value() - value)))
                .orElseThrow()
                .code();
    }
}
