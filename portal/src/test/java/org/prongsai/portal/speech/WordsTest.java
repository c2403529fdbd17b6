package org.prongsai.portal.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    private static final Path PAGES = Path.of("src/main/resources/pages");
    private static final Pattern SAID = Pattern.compile("s\\.say\\('([a-z0-9-]+)'");
    private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][a-z0-9-]+)['\"]");
    private static final Pattern BEGINNING = Pattern.compile("['\"]([a-z][a-z-]*-)['\"]\\s*\\+");
    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");
    private static final Words WORDS = WordsReader.words();

    /** Pages that are there in every language: those on which service users answer. */
    private static final Set<String> EVERYWHERE =
            Set.of("start.html", "eit.html", "review.html", "sent.html", "shut.html", "comment.html", "receipt.html");

    static Stream<Path> pages() throws IOException {
        return Files.list(PAGES).filter(file -> file.toString().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyWordThatAPageSaysIsThereInThaiAndEnglish(Path page) throws IOException {
        assertThat(said(page)).allSatisfy(key -> {
            assertThat(WORDS.in("en").has(key)).as("%s in English", key).isTrue();
            assertThat(WORDS.in("th").has(key)).as("%s in Thai", key).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anAnsweringPageSaysNothingThatItsLanguagesHaveNot(Path page) throws IOException {
        if (!EVERYWHERE.contains(page.getFileName().toString())) return;
        var lacking = WORDS.codes().stream()
                .flatMap(code -> said(page).stream()
                        .filter(key -> !WORDS.in(code).has(key))
                        .map(key -> code + " has no " + key))
                .toList();
        assertThat(lacking).isEmpty();
    }

    /** The files of languages are held together by a test of theirs. */
    @Test
    void thaiAndEnglishHaveTheSameWordsWithTheSameGaps() {
        var th = WORDS.in("th");
        var en = WORDS.in("en");
        assertThat(th.keys()).containsExactlyInAnyOrderElementsOf(en.keys().toList());
        en.keys().forEach(key -> assertThat(gaps(th.say(key))).as(key).isEqualTo(gaps(en.say(key))));
    }

    /** Said as it is, put together from a beginning ({@code 'fault-' + v}), or a term of the glossary, which shows them all. */
    @Test
    void noWordIsWrittenForNobody() {
        var sources = Stream.of("src/main/java", "src/main/resources/assets", "src/main/resources/pages")
                .flatMap(WordsTest::files)
                .map(WordsTest::read)
                .collect(Collectors.joining());
        var said = found(QUOTED, sources);
        var beginnings = found(BEGINNING, sources);
        assertThat(WORDS.in("en")
                        .keys()
                        .filter(key -> !key.startsWith("term-")
                                && !said.contains(key)
                                && beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "zh,       'th,en;q=0.8',        zh, chosen beats what the browser asks for",
        "'',       'zh-CN,zh;q=0.9',     zh, a region is no other language",
        "xx,       'th',                 th, what is not offered is not chosen",
        "'',       'de-DE,fr',           en, English where nothing fits",
        "'',       '',                   en, English where nothing is asked for",
        "'',       '*;q=x',              en, what cannot be read asks for nothing",
        "ja,       'th',                 th, offered but not spoken here"
    })
    void aVisitorIsSpokenToInTheLanguageChosenOrAskedFor(
            String chosen, String accepted, String spoken, String because) {
        assertThat(WORDS.speech(chosen, accepted, List.of("th", "en", "zh")).code())
                .as(because)
                .isEqualTo(spoken);
    }

    @Test
    void thaiAndEnglishComeFirstAndTheOthersInTheirOrder() {
        assertThat(WORDS.spoken(List.of("zh", "en", "ja", "th", "tlh")))
                .extracting(Tongue::code)
                .containsExactly("th", "en", "ja", "zh");
        assertThat(WORDS.spoken(List.of("zh"))).extracting(Tongue::own).containsExactly("中文");
    }

    @Test
    void translationsAreSaidToBeUnofficial() {
        assertThat(WORDS.in("zh").unofficial()).isTrue();
        assertThat(WORDS.in("th").unofficial()).isFalse();
        assertThat(WORDS.in("zh").official()).isEqualTo("en");
    }

    private static Set<String> said(Path page) {
        return SAID.matcher(read(page))
                .results()
                .map(found -> found.group(1))
                .filter(key -> !key.endsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(Files::isRegularFile);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
