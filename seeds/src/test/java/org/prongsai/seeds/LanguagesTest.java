package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.file.TranslationFile;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.form.Question;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.translation.Phrase;
import org.prongsai.methodology.translation.Translation;
import org.prongsai.seeds.file.SeedReader;

/** What holds for every language file. */
class LanguagesTest {

    private static final Set<String> ORIGINALS = Set.of("th", "en");
    private static final Map<String, Set<UnicodeScript>> SCRIPTS =
            Map.of("ja", Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA));
    /** Letters that Burmese does not have, e before its consonant, and a stacking sign with nothing to stack. */
    private static final Pattern ZAWGYI = Pattern.compile("[\\u1022\\u1028\\u1033-\\u1035\\u1060-\\u109F]"
            + "|(^|[^\\u1000-\\u1021\\u103B-\\u103F])\\u1031"
            + "|\\u1039(?![\\u1000-\\u1021])");

    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

    static List<Path> files() {
        return new SeedFolder("languages").files();
    }

    static List<Path> translations() {
        return files().stream()
                .filter(file -> !ORIGINALS.contains(SeedFolder.nameOf(file)))
                .toList();
    }

    private static Translation read(Path file) {
        return TranslationFile.parse(SeedFolder.text(file)).orThrow();
    }

    @Test
    void theLoaderFindsThemAll() {
        assertThat(SeedReader.packaged().languages())
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> "languages/" + file.getFileName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWithoutFaultAndNamedAsItsFile(Path file) {
        assertThat(TranslationFile.parse(SeedFolder.text(file)).problems()).isEmpty();
        assertThat(read(file).language()).isEqualTo(SeedFolder.nameOf(file));
        assertThat(read(file).name().get("th")).matches(".*\\p{IsThai}.*");
        assertThat(read(file).name().get("en")).matches("[\\p{IsLatin} ]+");
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheWordsThatAllHaveWithTheSameGaps(Path file) {
        Map<String, String> words = read(file).words();
        Map<String, String> english = read(Path.of("languages/en.yaml")).words();
        assertThat(words.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        words.forEach((key, text) -> assertThat(gaps(text)).as(key).isEqualTo(gaps(english.getOrDefault(key, ""))));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void asksWhateverServiceUsersAreAskedInTheFrameworksItNames(Path file) {
        Translation language = read(file);
        assertThat(language.status()).isIn("official", "unofficial");
        List<Framework> frameworks = frameworks();
        assertThat(language.frameworks()).isNotEmpty().allSatisfy(name -> assertThat(frameworks)
                .anyMatch(each -> each.name().matches(name + "(-\\d{4})?")));
        for (Framework framework : frameworks.stream().filter(language::isFor).toList()) {
            assertThat(language.into(framework).problems()).isEmpty();
            List<Question> asked =
                    Form.of(framework.instrument("eit").orElseThrow()).questions();
            assertThat(asked).isNotEmpty().allSatisfy(question -> {
                Phrase phrase = language.questions().get(question.code());
                assertThat(phrase).as(question.code()).isNotNull();
                assertThat(phrase.text()).isNotBlank();
                assertThat(phrase.options().keySet()).isEqualTo(Set.copyOf(question.optionCodes()));
                assertThat(phrase.options().values())
                        .as("labels of " + question.code())
                        .doesNotHaveDuplicates();
            });
        }
    }

    private static List<Framework> frameworks() {
        return new SeedFolder("frameworks")
                .files().stream()
                        .map(file -> FrameworkFile.parse(SeedFolder.text(file)).orThrow())
                        .toList();
    }

    /** Words of the pages, questions and answers. */
    private static List<String> texts(Translation language) {
        return Stream.concat(
                        language.words().values().stream(),
                        language.questions().values().stream()
                                .flatMap(phrase ->
                                        Stream.concat(Stream.of(phrase.text()), phrase.options().values().stream())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void isNoCopyOfEnglishOrThai(Path file) {
        Set<String> originals = frameworks().stream()
                .flatMap(framework -> framework.instrument("eit").orElseThrow().items().stream())
                .flatMap(item -> Stream.concat(
                        item.text().values().stream(),
                        Stream.concat(
                                        item.options().stream(),
                                        item.subItems().stream().flatMap(part -> part.options().stream()))
                                .flatMap(option -> option.label().values().stream())))
                .collect(Collectors.toSet());
        for (String original : ORIGINALS)
            originals.addAll(
                    read(Path.of("languages", original + ".yaml")).words().values());
        assertThat(originals).hasSizeGreaterThan(100).contains("Start", "เริ่มตอบ", "Not at all");
        assertThat(texts(read(file))).hasSizeGreaterThan(60).doesNotContainAnyElementsOf(originals);
    }

    /** A further language is held to the letters of its own name. */
    @ParameterizedTest
    @MethodSource("files")
    void isWrittenInItsOwnLetters(Path file) {
        Translation language = read(file);
        Set<UnicodeScript> own = SCRIPTS.getOrDefault(
                language.language(), scripts(language.name().getOrDefault("own", "")));
        assertThat(texts(language))
                .allSatisfy(text -> assertThat(scripts(GAP.matcher(text).replaceAll("")))
                        .as(text)
                        .isNotEmpty()
                        .isSubsetOf(own));
    }

    private static Set<UnicodeScript> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON)
                .collect(Collectors.toSet());
    }

    /** A font of its own made Burmese look right under other code points; nobody else can read, search or sort that. */
    @Test
    void burmeseIsUnicodeAndNotZawgyi() {
        assertThat(ZAWGYI.matcher("\u1031\u1019").find())
                .as("a vowel typed before its letter")
                .isTrue();
        assertThat(texts(read(Path.of("languages/my.yaml"))))
                .allSatisfy(
                        text -> assertThat(ZAWGYI.matcher(text).find()).as(text).isFalse());
    }

    @Test
    void vietnameseHasItsMarksAndMalayItsWords() {
        assertThat(texts(read(Path.of("languages/vi.yaml")))).allSatisfy(text -> assertThat(text)
                .containsPattern("[\u00C0-\u00FF\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]"));
        Translation malay = read(Path.of("languages/ms.yaml"));
        assertThat(texts(malay)).allSatisfy(text -> assertThat(text).matches("\\p{ASCII}+"));
        assertThat(malay.questions().values()).isNotEmpty().allSatisfy(phrase -> assertThat(
                        phrase.text().toLowerCase(Locale.ROOT))
                .containsPattern("\\b(anda|pejabat|yang|ini)\\b"));
    }
}
