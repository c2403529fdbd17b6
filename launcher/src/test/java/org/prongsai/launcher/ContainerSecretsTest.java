package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the compose file mounts can be read by the users of the containers, and by nobody else on this machine. */
class ContainerSecretsTest {

    private static final String MOUNT = "./deploy/secrets";
    private static final int POSTGRES = 999;
    private static final int SERVICE = 10001;

    private record Said(int status, String text) {}

    @TempDir
    private Path machine;

    private Path container;

    @BeforeEach
    void makeSecrets() throws IOException, InterruptedException {
        var deploy = Files.createDirectories(machine.resolve("deploy"));
        Files.copy(Path.of("../deploy/make-secrets"), deploy.resolve("make-secrets"));
        assertThat(run(List.of(deploy.resolve("make-secrets").toString())).status())
                .isZero();
        container = Files.createDirectories(machine.resolve("container"));
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void othersOnThisMachineAreShutOut() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.resolve("deploy/secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void thePostgresOfTheContainerMakesEveryRoleWithItsPassword() throws IOException, InterruptedException {
        mount("postgres");
        var said = makeDatabases(as(POSTGRES));
        assertThat(said.text()).isEmpty();
        assertThat(said.status()).isZero();
        assertThat(statements())
                .contains("CREATE DATABASE tickets OWNER tickets_owner")
                .contains("CREATE ROLE scoring LOGIN PASSWORD '%s'"
                        .formatted(secret("scoring-service", "prongsai.database.scoring.password")))
                .filteredOn(statement -> statement.startsWith("CREATE ROLE"))
                .hasSize(12)
                .allMatch(statement -> statement.matches(".* PASSWORD '[\\w-]{43}'"));
        assertThat(read(POSTGRES, "postgres/superuser-password")).isNotBlank();
    }

    @Test
    void noDatabaseIsMadeWithAnEmptyPassword() throws IOException, InterruptedException {
        mount("postgres");
        var emptied = container.resolve("notification-service/prongsai.database.notification.password");
        Files.delete(emptied);
        Files.writeString(emptied, "");
        var said = makeDatabases(List.of());
        assertThat(said.status()).isNotZero();
        assertThat(said.text()).contains(emptied + " is empty", "docker compose down --volumes");
        assertThat(machine.resolve("statements")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReadsItsOwnAndSeesNoOther(String service) throws IOException, InterruptedException {
        mount(service);
        try (var files = Files.list(container)) {
            for (var file : files.toList()) {
                assertThat(file.getFileName().toString())
                        .matches("prongsai\\.(database|tickets|challenges|sign-in)\\..+");
                assertThat(read(SERVICE, file.getFileName().toString())).isNotBlank();
            }
        }
        assertThat(container).isNotEmptyDirectory();
    }

    private static Stream<String> services() {
        return Topology.PARTS.stream()
                .filter(part -> part.needs().contains("postgres") || part.equals(Topology.GATEWAY))
                .map(Part::name);
    }

    /** A bind mount shows a folder as it is, and not the folders around it. */
    private void mount(String service) throws IOException, InterruptedException {
        for (var volume : volumes(service)) {
            var parts = volume.split(":");
            if (parts[0].startsWith(MOUNT)) {
                var target = container.resolve(Path.of("/run/prongsai").relativize(Path.of(parts[1])));
                run(List.of("cp", "-a", machine.resolve(parts[0]) + "/.", Files.createDirectories(target) + "/"));
            }
        }
    }

    private static List<String> volumes(String service) throws IOException {
        try (var reader = Files.newBufferedReader(Path.of("../docker-compose.yml"))) {
            return new YAMLMapper()
                    .readTree(reader)
                    .path("services")
                    .path(service)
                    .path("volumes")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        }
    }

    private Said makeDatabases(List<String> user) throws IOException, InterruptedException {
        var psql = machine.resolve("psql");
        Files.writeString(psql, "#!/usr/bin/env bash\nprintf '%s\\n' \"${*: -1}\" >>\"$STATEMENTS\"\n");
        Files.setPosixFilePermissions(psql, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxrwxrwx"));
        var script = machine.resolve("make-databases");
        Files.copy(Path.of("../deploy/make-databases"), script);
        var command = new ArrayList<>(user);
        command.addAll(List.of(
                "env",
                "PATH=" + machine + ":" + System.getenv("PATH"),
                "STATEMENTS=" + machine.resolve("statements"),
                "PRONGSAI_SECRETS=" + container,
                "POSTGRES_USER=postgres",
                script.toString()));
        return run(command);
    }

    private List<String> statements() throws IOException {
        return Files.readAllLines(machine.resolve("statements"));
    }

    private String secret(String service, String name) throws IOException {
        return Files.readString(
                machine.resolve("deploy/secrets").resolve(service).resolve(name));
    }

    private String read(int user, String file) throws IOException, InterruptedException {
        var command = new ArrayList<>(as(user));
        command.addAll(List.of("cat", container.resolve(file).toString()));
        var said = run(command);
        assertThat(said.status()).as(said.text()).isZero();
        return said.text();
    }

    private static List<String> as(int user) {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become the user of a container");
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    }

    private static Said run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
