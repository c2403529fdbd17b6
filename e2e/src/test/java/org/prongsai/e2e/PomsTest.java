package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.rules.Modules;
import org.w3c.dom.Element;

/** Versions and plugins live in one pom, and the modules know only those below them there too. */
class PomsTest {

    static Stream<String> modules() {
        return Pom.children().stream().map(Pom::module);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "assessment-service",
                "disclosure-service",
                "notification-service",
                "pom.xml",
                "docker-compose.yml",
                "k8s",
                "seeds"
            })
    void theTopLevelIsTheTableOfContents(String name) {
        assertThat(Pom.top().resolve(name)).exists();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aChildRepeatsNoVersion(String module) {
        Pom pom = pom(module);
        var versioned = Stream.of(
                        pom.elements("dependencies", "dependency"),
                        pom.elements("build", "plugins", "plugin"),
                        pom.elements("build", "plugins", "plugin", "dependencies", "dependency"))
                .flatMap(elements -> elements)
                .filter(element -> !Pom.text(element, "version").isEmpty())
                .map(element -> Pom.text(element, "artifactId"));
        assertThat(versioned).as("versions belong to the pom at the top").isEmpty();
        assertThat(pom.elements("dependencyManagement")).isEmpty();
        assertThat(pom.elements("build", "pluginManagement")).isEmpty();
        assertThat(pom.elements("properties").flatMap(PomsTest::versions)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPluginIsPinnedAtTheTop(String module) {
        assertThat(pom(module).elements("build", "plugins", "plugin").map(PomsTest::artifact))
                .isSubsetOf(pinned());
    }

    @Test
    void thePluginsOfTheTopArePinned() {
        assertThat(Stream.concat(
                                Pom.root().elements("build", "plugins", "plugin"),
                                Pom.root().elements("profiles", "profile", "build", "plugins", "plugin"))
                        .map(PomsTest::artifact))
                .isSubsetOf(pinned());
    }

    /** Without a pin Maven chooses, and an old Maven chooses a compiler that ignores the release. */
    @Test
    void thePluginsMavenRunsByItselfArePinned() {
        assertThat(pinned())
                .contains(
                        "maven-clean-plugin",
                        "maven-resources-plugin",
                        "maven-compiler-plugin",
                        "maven-surefire-plugin",
                        "maven-jar-plugin",
                        "maven-install-plugin",
                        "maven-deploy-plugin");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDeclaresOnlyModulesBelowIt(String module) {
        Set<String> ours = modules().collect(Collectors.toSet());
        Stream<String> strangers = pom(module)
                .elements("dependencies", "dependency")
                .filter(dependency -> !Pom.text(dependency, "scope").equals("test"))
                .map(PomsTest::artifact)
                .filter(ours::contains)
                .filter(other -> !Modules.mayKnow(word(module), word(other)));
        assertThat(strangers)
                .as("%s may know %s", module, Modules.MAY_KNOW.get(word(module)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsOnTheMap(String module) {
        assertThat(Modules.MAY_KNOW).containsKey(word(module));
    }

    private static Pom pom(String module) {
        return Pom.read(Pom.top().resolve(module).resolve("pom.xml"));
    }

    /** The word of a module in package names: its folder's, except where the folder says more than the package. */
    private static String word(String folder) {
        return switch (folder) {
            case "local-world" -> "local";
            case "house-rules" -> "rules";
            case "blind-tickets" -> "blind";
            default -> folder.replace("-service", "");
        };
    }

    private static Stream<String> versions(Element properties) {
        return Pom.names(properties).filter(name -> name.endsWith("version"));
    }

    private static String artifact(Element element) {
        return Pom.text(element, "artifactId");
    }

    /** Those the pom at the top gives a version, and those that Spring Boot's own list gives one. */
    private static Set<String> pinned() {
        Stream<Element> ours = Pom.root()
                .elements("build", "pluginManagement", "plugins", "plugin")
                .filter(plugin -> !Pom.text(plugin, "version").isEmpty());
        Stream<Element> boots = Pom.read(bootsList()).elements("build", "pluginManagement", "plugins", "plugin");
        return Stream.concat(ours, boots).map(PomsTest::artifact).collect(Collectors.toSet());
    }

    private static Path bootsList() {
        String version = Pom.root()
                .elements("parent", "version")
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow();
        Path repository =
                Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        return repository.resolve("org/springframework/boot/spring-boot-dependencies/%s/spring-boot-dependencies-%s.pom"
                .formatted(version, version));
    }
}
