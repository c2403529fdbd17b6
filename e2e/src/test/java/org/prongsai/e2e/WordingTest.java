package org.prongsai.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thing has one name wherever people read of it: the one of docs/glossary.csv. */
class WordingTest {

    private static final Path TOP = Pom.top();
    private static final Glossary GLOSSARY = Glossary.of(lines(TOP.resolve("docs/glossary.csv")));
    private static final Set<String> READ = Set.of("md", "html", "js", "java", "yml", "yaml", "json");
    /** Frameworks are in the authority's words; tests plant what is wrong. */
    private static final Set<String> ELSEWHERE = Set.of("target", "test", "frameworks", "node_modules");

    @Test
    void noWordFileSaysAnythingByAnotherName() {
        var files = files().filter(WordingTest::isOfWords).toList();
        assertThat(files.stream().map(Path::getParent).distinct())
                .as("folders with word files")
                .hasSizeGreaterThan(6);
        assertThat(files.stream().flatMap(file -> texts(file).entrySet().stream()
                        .flatMap(text -> GLOSSARY.faults(place(file, text.getKey()), text.getValue()).stream())))
                .isEmpty();
    }

    @Test
    void noThaiLineOfPagesCodeAndDocumentsSaysAnythingByAnotherName() {
        var thai = GLOSSARY.thai();
        var files = files().filter(file -> READ.contains(ending(file)) && !isOfWords(file))
                .toList();
        assertThat(files).hasSizeGreaterThan(500).contains(TOP.resolve("docs/security.md"));
        assertThat(files.stream().flatMap(file -> {
                    var lines = lines(file);
                    return IntStream.range(0, lines.size())
                            .filter(line -> Glossary.isThai(lines.get(line)))
                            .boxed()
                            .flatMap(line -> thai.faults(place(file, "line " + (line + 1)), lines.get(line)).stream());
                }))
                .isEmpty();
    }

    /** The page shows what its words say, so those are the names, in both languages. */
    @ParameterizedTest
    @CsvSource({"th", "en"})
    void thePageOfWordsNamesThingsSo(String language) {
        var names = GLOSSARY.terms().stream()
                .collect(toMap(Glossary.Term::key, language.equals("th") ? Glossary.Term::th : Glossary.Term::en));
        var shown = new TreeMap<String, String>();
        words(language).forEach((key, text) -> {
            if (key.startsWith("term-") && !key.endsWith("-means")) shown.put(key.substring("term-".length()), text);
        });
        assertThat(shown)
                .hasSizeGreaterThan(15)
                .allSatisfy((key, text) -> assertThat(text).as(key).isEqualTo(names.get(key)));
    }

    @Test
    void theDeskNamesWhoSomebodyIsSo() {
        assertThat(GLOSSARY.terms()).allSatisfy(term -> {
            for (String kind : List.of("role-", "type-"))
                assertThat(words("th").getOrDefault(kind + term.key(), term.th()))
                        .isEqualTo(term.th());
        });
    }

    /** Whoever meets a fault finds the two links that stand at the foot of every page. */
    @ParameterizedTest
    @CsvSource({"th", "en"})
    void theGatewayNamesTheLinksAtItsFootAsThePagesDo(String language) {
        var pages = texts(TOP.resolve("seeds/languages/%s.yaml".formatted(language)));
        var gateway = texts(TOP.resolve("gateway/src/main/resources/messages_%s.properties".formatted(language)));

        assertThat(pages.get("read-more")).isEqualTo('"' + gateway.get("visit.privacy") + '"');
        assertThat(pages.get("complain")).isEqualTo('"' + gateway.get("visit.complain") + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "ติดต่อผู้ดูแลระบบ, ผู้ดูแลระบบ",
        "ติดต่อผู้ดูแลระบบของหน่วยงาน, ''",
        "ผู้ดูแลระบบของหน่วยงานและผู้ดูแลระบบ, ผู้ดูแลระบบ",
        "ส่งรหัสเชิญแล้ว, รหัสเชิญ",
        "ส่งรหัสเชิญตอบแล้ว, ''",
        "ใบรับรอง, ''",
        "Ask the Administrator, administrator",
        "The page shows this key (SHA-256), (SHA-256)"
    })
    void aWordIsFoundButNotWithinALongerOneThatIsRight(String text, String found) {
        assertThat(GLOSSARY.terms().stream().flatMap(term -> term.wrongIn(text)))
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void aFaultNamesFileKeyWordAndWhatToSay() {
        assertThat(GLOSSARY.faults("words_th.properties, to-start", "จุดตรวจ"))
                .containsExactly("words_th.properties, to-start: จุดตรวจ, say ด่านตรวจคนเข้าเมือง (checkpoint)");
    }

    private static String place(Path file, String where) {
        return TOP.relativize(file) + ", " + where;
    }

    private static boolean isOfWords(Path file) {
        return file.getFileName().toString().matches(".*_(th|en)\\.properties")
                || file.endsWith("languages/th.yaml")
                || file.endsWith("languages/en.yaml");
    }

    private static String ending(Path file) {
        return file.getFileName().toString().replaceFirst(".*\\.", "");
    }

    private static Map<String, String> words(String language) {
        return texts(TOP.resolve("portal/src/main/resources/words_%s.properties".formatted(language)));
    }

    /** What a word file says, by key; of YAML every line stands by itself. */
    private static Map<String, String> texts(Path file) {
        var texts = new TreeMap<String, String>();
        if (ending(file).equals("yaml")) {
            lines(file).stream()
                    .map(line -> line.strip().split(": ", 2))
                    .filter(cells -> cells.length == 2)
                    .forEach(cells -> texts.put(cells[0], cells[1]));
            return texts;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Stream<Path> files() {
        return walk(TOP).toList().stream();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream().flatMap(child -> {
                if (!Files.isDirectory(child)) return Stream.of(child);
                String name = child.getFileName().toString();
                return name.startsWith(".") || ELSEWHERE.contains(name) ? Stream.empty() : walk(child);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
