package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.form.Question;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Level;
import org.prongsai.methodology.framework.Part;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What holds for every framework, whatever its year. */
class FrameworksTest {

    static List<Path> files() {
        return new SeedFolder("frameworks").files();
    }

    static Stream<Framework> frameworks() {
        return files().stream()
                .map(file -> FrameworkFile.parse(SeedFolder.text(file)).orThrow());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWithoutFaultAndNamedAsItsFile(Path file) {
        var parsed = FrameworkFile.parse(SeedFolder.text(file));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.orThrow().name()).isEqualTo(SeedFolder.nameOf(file));
        assertThat(file.toString()).endsWith(".yaml");
        assertThat(parsed.orThrow().name()).endsWith("-" + parsed.orThrow().fiscalYear());
    }

    @Test
    void everyFileIsLoaded() {
        assertThat(SeedReader.packaged().frameworks()).isEqualTo(SeedFolder.frameworks());
        assertThat(SeedReader.in(Path.of("")).frameworks()).isEqualTo(SeedFolder.frameworks());
    }

    @ParameterizedTest
    @MethodSource("files")
    void speaksThaiInThaiAndEnglishInEnglish(Path file) {
        List<JsonNode> texts = texts(new YAMLMapper().readTree(SeedFolder.text(file)), new ArrayList<>());
        assertThat(texts).hasSizeGreaterThan(200).allSatisfy(text -> {
            assertThat(text.path("th").stringValue()).isNotBlank();
            assertThat(text.path("en").stringValue()).isNotBlank().doesNotMatch("(?s).*\\p{IsThai}.*");
        });
        assertThat(texts.stream()
                        .filter(text -> text.path("th").stringValue().matches("(?s).*\\p{IsThai}.*"))
                        .count())
                .as("a Thai text without a Thai letter is a name such as Q&A, and rare")
                .isGreaterThan(texts.size() - 20);
    }

    private static List<JsonNode> texts(JsonNode node, List<JsonNode> found) {
        if (node.has("th") || node.has("en")) found.add(node);
        else node.valueStream().forEach(child -> texts(child, found));
        return found;
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void everyCodeIsUsedOnce(Framework framework) {
        assertThat(framework.instruments()).extracting(Instrument::code).doesNotHaveDuplicates();
        assertThat(framework.instruments().stream().flatMap(each -> each.items().stream()))
                .extracting(Item::code)
                .doesNotHaveDuplicates();
        assertThat(framework.instruments().stream()
                        .flatMap(each -> each.indicators().stream())
                        .map(each -> each.code()))
                .doesNotHaveDuplicates();
        assertThat(framework.levels()).extracting(Level::code).doesNotHaveDuplicates();
        questions(framework)
                .forEach(question -> assertThat(question.optionCodes()).doesNotHaveDuplicates());
        assertThat(questions(framework).map(Question::code)).doesNotHaveDuplicates();
    }

    private static Stream<Question> questions(Framework framework) {
        return framework.instruments().stream()
                .filter(instrument -> !instrument.marked())
                .flatMap(survey -> Form.of(survey).questions().stream());
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void weightsSumToOne(Framework framework) {
        assertThat(sum(framework.instruments().stream().map(Instrument::weight)))
                .isEqualByComparingTo("1");
        framework.instruments().stream()
                .filter(instrument -> !instrument.marked())
                .forEach(survey -> assertThat(sum(survey.parts().stream().map(Part::weight)))
                        .isEqualByComparingTo("1"));
    }

    private static BigDecimal sum(Stream<BigDecimal> weights) {
        return weights.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void everyQuestionCanBeAnsweredBestAndWorst(Framework framework) {
        assertThat(questions(framework)).isNotEmpty().allSatisfy(question -> assertThat(
                        question.options().stream().map(option -> option.value()))
                .contains(0, 100));
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void theLastLevelTakesEverybody(Framework framework) {
        assertThat(framework.levels().getLast().totalMin()).isEqualByComparingTo("0");
        assertThat(framework.levels().getLast().everyInstrumentMin()).isNull();
        Set<String> codes =
                Set.copyOf(framework.levels().stream().map(Level::code).toList());
        assertThat(codes).isEqualTo(Scale.of(framework.fiscalYear()).codes());
    }

    /** Made-up rounds need these, and so does everybody else who reads results. */
    @ParameterizedTest
    @MethodSource("frameworks")
    void hasTheTenIndicatorsInTheirThreeInstruments(Framework framework) {
        assertThat(Fitting.checked("the file", framework)).isSameAs(framework);
        assertThat(framework.instruments().stream()
                        .flatMap(each -> each.indicators().stream())
                        .map(each -> each.code()))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @ParameterizedTest
    @MethodSource("files")
    void speaksEveryLanguageThatNamesIt(Path file) {
        Framework spoken = new FrameworkReader(SeedReader.packaged()).read(SeedFolder.nameOf(file));
        assertThat(spoken.languages()).startsWith("th", "en").doesNotHaveDuplicates();
        assertThat(FrameworkFile.parse(FrameworkFile.json(spoken)).problems()).isEmpty();
        assertThat(spoken.translations().keySet())
                .isEqualTo(Set.copyOf(
                        spoken.languages().subList(2, spoken.languages().size())));
    }
}
