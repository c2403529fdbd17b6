package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class TextReaderTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(TextReader.module()).build();

    record Form(String name, Map<String, String> title, List<String> types) {}

    @Test
    void whatPeopleWriteIsRead() {
        var form = MAPPER.readValue("""
                {"name": "บรรทัดแรก\\nline 2\\t\\ud83d\\ude00", "title": {"th": "ก", "en": null}, "types": ["a", "b"]}
                """, Form.class);

        assertThat(form.name()).isEqualTo("บรรทัดแรก\nline 2\t😀");
        assertThat(form.title()).containsEntry("th", "ก").containsEntry("en", null);
        assertThat(form.types()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'a\\u0000b'} | /name",
                "{'name': '\\u001b[2J'} | /name",
                "{'name': 'half \\ud83d'} | /name",
                "{'title': {'th': 'a\\u0000'}} | /title/th",
                "{'types': ['a', '\\u0000']} | /types/1"
            })
    void whatNoPageCanShowIsRefusedWhereItStands(String json, String pointer) {
        var fault = fault(json);

        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.reason()).isEqualTo("wrong-value");
        assertThat(fault.expected()).isEqualTo("a text without control characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'name': 1} | /name", "{'title': {'th': true}} | /title/th", "{'types': [1.5]} | /types/0"})
    void aNumberIsNoText(String json, String pointer) {
        assertThat(fault(json)).isEqualTo(new Fault(pointer, "wrong-type", "a text", null));
    }

    @Test
    void aNameThatNobodyCanReadIsRefused() {
        assertThat(fault("{'title': {'t\\u0000': 'a'}}").expected()).isEqualTo("a text without control characters");
    }

    private static Fault fault(String json) {
        var error = catchThrowableOfType(
                JacksonException.class, () -> MAPPER.readValue(json.replace('\'', '"'), Form.class));
        assertThat(error).as(json).isNotNull();
        return FaultReader.of(error);
    }
}
