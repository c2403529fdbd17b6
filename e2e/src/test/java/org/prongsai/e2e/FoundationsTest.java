package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages the platform stands on are declared where they belong and really used there. */
class FoundationsTest {

    private static final String SERVICES = "assessment-service scoring-service disclosure-service notification-service";

    @ParameterizedTest(name = "{0} is declared in {1} and imported as {2}")
    @CsvSource({
        "spring-cloud-starter-gateway-server-webflux, gateway,            org.springframework.cloud.gateway.",
        "spring-kafka,                                " + SERVICES + ",   org.springframework.kafka.",
        "spring-boot-starter-webflux,                 web " + SERVICES + ", org.springframework.web.",
        "r2dbc-postgresql,                            messaging " + SERVICES + ", io.r2dbc.postgresql.",
        "micrometer-registry-prometheus,              gateway web " + SERVICES + ", io.micrometer."
    })
    void isDeclaredAndUsed(String artifact, String modules, String prefix) {
        assertThat(declaring(artifact)).contains(modules.split(" "));
        assertThat(importing(prefix, "src/main/java"))
                .as("one of the modules that declare %s imports %s", artifact, prefix)
                .containsAnyElementsOf(usersOf(artifact));
    }

    @ParameterizedTest(name = "{0} declares testcontainers and tests with it")
    @CsvSource({"assessment-service", "scoring-service", "disclosure-service", "notification-service"})
    void everyDataServiceTestsInContainersToo(String service) {
        assertThat(declaring("testcontainers-postgresql")).contains(service);
        assertThat(importing("org.testcontainers.", "src/test/java")).contains(service);
    }

    @ParameterizedTest(name = "{0} is declared at the top, and every module tests with it")
    @CsvSource("junit-jupiter, org.junit.jupiter.")
    void everyModuleIsTested(String artifact, String prefix) {
        assertThat(Pom.root().dependencies()).contains(artifact);
        assertThat(importing(prefix, "src/test/java"))
                .containsAll(Pom.children().stream().map(Pom::module).toList());
    }

    /** What messaging brings to a service counts for the module that has the code. */
    private static Set<String> usersOf(String artifact) {
        return artifact.equals("spring-kafka")
                ? declaring("spring-kafka", "spring-boot-starter-kafka")
                : declaring(artifact);
    }

    private static Set<String> declaring(String... artifacts) {
        return Pom.children().stream()
                .filter(pom -> pom.dependencies().anyMatch(List.of(artifacts)::contains))
                .map(Pom::module)
                .collect(Collectors.toSet());
    }

    private static Set<String> importing(String prefix, String folder) {
        return Pom.children().stream()
                .filter(pom -> javaFiles(Pom.top().resolve(pom.module()).resolve(folder))
                        .anyMatch(file -> imports(file, prefix)))
                .map(Pom::module)
                .collect(Collectors.toSet());
    }

    private static boolean imports(Path file, String prefix) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(
                    line -> line.startsWith("import " + prefix) || line.startsWith("import static " + prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
