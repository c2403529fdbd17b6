package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
    private static final JsonMapper MAPPER = StrictJson.of(new JsonMapper());
    private static final String WHOLE = "a whole number";

    enum Kind {
        SMALL,
        LARGE
    }

    record Part(int k) {}

    record Form(
            @Nullable Integer k,
            @Nullable Long big,
            @Nullable Boolean on,
            @Nullable LocalDate from,
            @Nullable Kind kind,
            @Nullable List<Part> parts,
            @Nullable List<String> types,
            @Nullable Map<String, String> title,
            @Nullable @JsonSetter(contentNulls = Nulls.SET) Map<String, @Nullable String> answers) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'k': 5.5} | /k | 5.5",
                "{'k': 5.0} | /k | 5.0",
                "{'big': 1e2} | /big | 100.0",
                "{'parts': [{'k': 1.9}]} | /parts/0/k | 1.9"
            })
    void aFractionIsNotCutOff(String json, String pointer, String actual) {
        assertThat(fault(json)).isEqualTo(new Fault(pointer, "wrong-value", WHOLE, actual));
    }

    static Stream<Arguments> others() {
        var range = "a whole number from -2147483648 to 2147483647";
        return Stream.of(
                Arguments.of("{'k': '5'}", new Fault("/k", "wrong-type", WHOLE, null)),
                Arguments.of("{'k': true}", new Fault("/k", "wrong-type", WHOLE, null)),
                Arguments.of("{'on': 1}", new Fault("/on", "wrong-value", "true or false", "1")),
                Arguments.of("{'on': 'true'}", new Fault("/on", "wrong-type", "true or false", null)),
                Arguments.of("{'kind': 1}", new Fault("/kind", "wrong-value", List.of("SMALL", "LARGE"), "1")),
                Arguments.of("{'from': 5}", new Fault("/from", "wrong-value", "a date like 2027-01-31", "5")),
                Arguments.of("{'from': ''}", new Fault("/from", "wrong-value", "a date like 2027-01-31", "")),
                Arguments.of("{'k': 99999999999}", new Fault("/k", "out-of-range", range, "99999999999")),
                Arguments.of(
                        "{'parts':[{'k':-2147483649}]}",
                        new Fault("/parts/0/k", "out-of-range", range, "-2147483649")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingIsTakenForSomethingElse(String json, Fault expected) {
        assertThat(fault(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'types': ['a', null]} | /types/1 | a text",
                "{'title': {'th': null}} | /title/th | a text",
                "{'parts': [null]} | /parts/0 | an object"
            })
    void nothingStandsInAListOrMap(String json, String pointer, String expected) {
        assertThat(fault(json)).isEqualTo(new Fault(pointer, "missing", expected, null));
    }

    @Test
    void aFieldMayBeEmptyAndAMapThatSaysSo() {
        var form = MAPPER.readValue("{\"types\": null, \"answers\": {\"e1\": null}}", Form.class);
        assertThat(form.types()).isNull();
        assertThat(form.answers()).containsEntry("e1", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'k': 1, 'k': 2} | /k | k",
                "{'parts': [{'k': 1, 'k': 2}]} | /parts/0/k | k",
                "{'title': {'t/h(': 'a', 't/h(': 'b'}} | /title/t~1h( | t/h("
            })
    void aKeyStandsOnce(String json, String pointer, String key) {
        assertThat(fault(json)).isEqualTo(new Fault(pointer, "duplicate-key", "each key once", key));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}{}", "{} []", "{} 1"})
    void oneDocumentIsAll(String json) {
        assertThat(fault(json)).isEqualTo(new Fault("", "more-than-one", "one JSON document", null));
    }

    @Test
    void whatIsTooDeepOrTooLongIsToldTheLimits() {
        var limits = "at most 500 levels, keys of 50000 characters and numbers of 1000";
        assertThat(fault("{'k': " + "9".repeat(1001) + "}").expected()).isEqualTo(limits);
        assertThat(fault("{'types': " + "[".repeat(501)).reason()).isEqualTo("wrong-type");
        var deep = catchThrowableOfType(JacksonException.class, () -> MAPPER.readTree("[".repeat(501)));
        assertThat(FaultReader.of(deep)).isEqualTo(new Fault("", "beyond-limits", limits, null));
    }

    private static Fault fault(String json) {
        var error = catchThrowableOfType(
                JacksonException.class, () -> MAPPER.readValue(json.replace('\'', '"'), Form.class));
        assertThat(error).as(json).isNotNull();
        return FaultReader.of(error);
    }
}
