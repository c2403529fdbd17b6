package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, losing and refusing, with real processes that do nothing else. */
class PlatformIT {

    private final HealthClient health = new HealthClient();

    @TempDir
    Path checkout;

    @TempDir
    Path data;

    private FakeHome home;

    @BeforeEach
    void build() throws IOException {
        home = FakeHome.in(checkout);
    }

    @Test
    void everythingAnswersAndStopsInOrder() throws IOException {
        var settings = kept(PortReader.freePorts());
        try (var platform = Platform.start(settings)) {
            Topology.PARTS.forEach(part -> assertThat(health.isUp(part.healthUrl(settings.ports())))
                    .as(part.name())
                    .isTrue());
            assertThat(health.isUp(platform.gateway())).isTrue();
            assertThat(data.resolve("run")).isDirectoryContaining("glob:**/scoring-service.pid");
        }
        assertThat(Files.readAllLines(data.resolve("logs/ended")))
                .hasSize(Topology.PARTS.size())
                .last()
                .isEqualTo(String.valueOf(settings.ports().of(Topology.LOCAL_WORLD.port())));
        assertThat(data.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aKilledServiceIsStartedAgain() {
        try (var platform = Platform.start(LaunchSettings.throwaway(checkout))) {
            platform.kill("scoring-service");
            assertThat(health.isUp(platform.management("scoring-service"))).isFalse();
            platform.restart("scoring-service");
            assertThat(health.isUp(platform.management("scoring-service"))).isTrue();
        }
    }

    @Test
    void aThrowawayFolderGoesAtTheEnd() {
        var settings = LaunchSettings.throwaway(checkout);
        Platform.start(settings).close();
        assertThat(settings.data()).doesNotExist();
    }

    @Test
    void aServiceThatDiesIsQuotedAndNothingIsLeft() throws IOException {
        home.build("scoring-service", DyingProcess.class);
        var settings = kept(PortReader.freePorts());
        assertThatThrownBy(() -> Platform.start(settings))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("scoring-service ended while starting")
                .hasMessageContaining("the moon cannot be reached")
                .hasMessageContaining(data.resolve("logs").toString());
        PortReader.refuseTaken(settings.ports());
    }

    @Test
    void aSecondLauncherIsSentAway() {
        var settings = kept(PortReader.freePorts());
        try (var platform = Platform.start(settings)) {
            assertThatThrownBy(() -> Platform.start(settings))
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("PRONGSAI_DATA");
        }
        Platform.start(settings).close();
    }

    @Test
    void aTakenPortIsNamedWithItsHolderAndTheWayOut() throws IOException {
        var ports = PortReader.freePorts();
        try (var taken = new ServerSocket(ports.of(8102), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Platform.start(kept(ports)))
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which scoring-service needs, is taken")
                    .hasMessageContaining(
                            "by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("PRONGSAI_PORT_BASE=");
        }
    }

    @Test
    void whatAKilledLauncherLeftIsStoppedByTheNext() throws Exception {
        var ports = PortReader.freePorts();
        var launcher = launcher(ports);
        ready(launcher);
        launcher.destroyForcibly().onExit().join();
        assertThat(health.isUp(ports.url(8080))).isTrue();

        var said = new ArrayList<String>();
        try (var next = Platform.prepare(kept(ports), said::add)) {
            assertThat(said).hasSize(Topology.PARTS.size()).allMatch(line -> line.contains("left behind"));
            assertThat(health.isUp(ports.url(8080))).isFalse();
        }
    }

    @Test
    void whatSteersSpringDoesNotReachTheProcesses() throws Exception {
        var launcher = launcher(
                PortReader.freePorts(),
                Map.of(
                        "SERVER_ADDRESS", "",
                        "SPRING_APPLICATION_JSON", "{}",
                        "PRONGSAI_AUDIENCE", "elsewhere",
                        "PRONGSAI_DATABASE_SCORING_AT", "elsewhere:5432"));
        try {
            ready(launcher);
            assertThat(Files.readAllLines(data.resolve("logs/environment")))
                    .contains("PRONGSAI_BIND", "PATH")
                    .doesNotContain("SERVER_ADDRESS", "SPRING_APPLICATION_JSON")
                    .doesNotContain("PRONGSAI_AUDIENCE", "PRONGSAI_DATABASE_SCORING_AT");
        } finally {
            launcher.destroy();
            launcher.onExit().join();
        }
    }

    @Test
    void aProcessIsStartedWithWhatItAloneIsGiven() throws IOException {
        var beside = Files.createFile(data.resolve("beside.jar"));
        var more = new PartSettings(List.of("-Dmeasured=yes"), List.of(beside), Map.of("PRONGSAI_MEASURED", "yes"));
        var settings = kept(PortReader.freePorts(), Map.of("gateway", more));
        settings.folder().prepare();
        var gateway = new ChildServer(Topology.GATEWAY, settings, Patience.USUAL, said -> {});
        try {
            gateway.start();
            assertThat(gateway.processes().getFirst().info().arguments().orElseThrow())
                    .contains("-Dmeasured=yes", FakeProcess.class.getName())
                    .anyMatch(argument -> argument.endsWith("-exec.jar" + File.pathSeparator + beside));
            assertThat(Files.readAllLines(data.resolve("logs/environment"))).contains("PRONGSAI_MEASURED");
        } finally {
            gateway.stop();
        }
    }

    @Test
    void aProcessThatDoesNotAnswerIsNamedWithItsLog() throws IOException {
        home.build("gateway", MuteProcess.class);
        var settings = kept(PortReader.freePorts());
        settings.folder().prepare();
        var said = new ArrayList<String>();
        var patience = new Patience(Duration.ofMillis(500), Duration.ofSeconds(3));
        var log = settings.folder().log("gateway");
        var gateway = new ChildServer(Topology.GATEWAY, settings, patience, line -> {
            said.add(line);
            if (said.size() > 1) untilItSpoke(log);
        });
        try {
            assertThatThrownBy(gateway::start)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("gateway is not ready after")
                    .hasMessageContaining("counting the stars");
            assertThat(said)
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> line.contains("gateway is not ready after"))
                    .allMatch(line -> line.endsWith(gateway.log().toString()));
        } finally {
            gateway.stop();
        }
    }

    /** Its own start is no part of what is tested, and may take longer than the patience lasts. */
    private static void untilItSpoke(Path log) {
        while (!LogReader.tail(log).contains("counting the stars")) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void aProcessThatIsClosedWhileItIsUnpackedIsNotStarted() {
        var gateway = new ChildServer(Topology.GATEWAY, kept(PortReader.freePorts()), Patience.USUAL, said -> {});
        gateway.close();
        assertThatThrownBy(gateway::start).isInstanceOf(Refusal.class).hasMessageContaining("stopped while starting");
        assertThat(gateway.processes()).isEmpty();
    }

    @Test
    void aRestartRunsWhatTheStartRanWhateverWasBuiltMeanwhile() throws IOException {
        var settings = kept(PortReader.freePorts());
        try (var platform = Platform.start(settings)) {
            home.build("gateway", DyingProcess.class);
            platform.restart("gateway");
            assertThat(health.isUp(platform.gateway())).isTrue();
        }
    }

    private LaunchSettings kept(Ports ports) {
        return kept(ports, Map.of());
    }

    private LaunchSettings kept(Ports ports, Map<String, PartSettings> parts) {
        return new LaunchSettings(checkout, data, ports, false, false, true, false, parts);
    }

    private Process launcher(Ports ports) throws IOException {
        return launcher(ports, Map.of());
    }

    private Process launcher(Ports ports, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(List.of(
                        AppStore.java().toString(),
                        "-cp",
                        Path.of("target", "classes").toAbsolutePath().toString(),
                        "-Dprongsai.home=" + checkout,
                        LauncherCommand.class.getName(),
                        "up",
                        "--empty"))
                .redirectErrorStream(true);
        builder.environment().put("PRONGSAI_DATA", data.toString());
        builder.environment().put("PRONGSAI_PORT_BASE", String.valueOf(ports.base()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void ready(Process launcher) throws IOException {
        var lines = launcher.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("Ctrl-C stops everything")) {
                return;
            }
        }
        throw new AssertionError("the launcher ended early");
    }
}
