package org.prongsai.methodology.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema and the reader agree: what editors accept by it the platform reads, and the other way round. */
class SchemaTest {
    private static final Path SCHEMA = Path.of("../docs/api/framework.schema.json");
    private static final Path SEEDS = Path.of("../seeds/frameworks");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String SMALL = Sample.text("small.yaml");

    private static Schema schema() {
        try {
            var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            return registry.getSchema(Files.readString(SCHEMA));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static boolean good(JsonNode document) {
        return schema().validate(document).isEmpty();
    }

    static Stream<Path> seeds() throws IOException {
        return Files.list(SEEDS).filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedKeepsToIt(Path file) throws IOException {
        var yaml = Files.readString(file);
        assertThat(schema().validate(YAML.readTree(yaml))).isEmpty();
        var framework = FrameworkFile.parse(yaml).orThrow();
        assertThat(schema().validate(FrameworkFile.tree(framework.at(1)))).isEmpty();
    }

    @Test
    void thereAreSeeds() throws IOException {
        assertThat(seeds()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(good(YAML.readTree(SMALL))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: small|name: Small One
            name: small|colour: red
            fiscalYear: 2567|fiscalYear: 2024
            fiscalYear: 2567|fiscalYear: "2567"
            title: {th: "เล็ก", en: "Small"}|title: {th: "เล็ก"}
            title: {th: "เล็ก", en: "Small"}|title: {th: "เล็ก", en: "  "}
            title: {th: "เล็ก", en: "Small"}|title: "Small"
            languages: [th, en]|languages: [th]
            provenance: provisional|provenance: rumour
            mode: half-up|mode: down
            belowMinimum: score-with-flag|belowMinimum: shrug
            weight: 0.30|weight: heavy
            weight: 0.30|weight: 0
            code: e2|code: "e,2"
            code: "9.2"|code: 9.2
            value: 33|value: 101
            value: 33|value: -1
            value: 33|value: 33.5
            value: 33|worth: 33
            marks: [0, 100]|marks: [0]
            unfiled: 0|unfiled: none
            parts: [{code: "1", weight: 1}]|parts: []
            open: true|open: perhaps
            totalMin: 70}|totalMin: 170}
            share: 0.10|share: 1.10
            {code: "2", label: {th: "น้อย", en: "Little"}, value: 33}|{code: "2", value: 33}
            elements: [|elements: [{code: "2"}, \
            """)
    void refusesWhatTheReaderRefuses(String right, String wrong) {
        assertThat(SMALL).contains(right);
        var yaml = SMALL.replaceFirst(Pattern.quote(right), wrong);
        assertThat(FrameworkFile.parse(yaml).problems()).isNotEmpty();
        assertThat(good(YAML.readTree(yaml))).isFalse();
    }
}
