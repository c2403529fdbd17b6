package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and environment become settings, or a sentence. */
class LaunchSettingsTest {

    private static final Path HOME = Path.of("/src/prongsai");

    @Test
    void theDataFolderIsNamedOrUsual() {
        assertThat(LaunchSettings.dataFolder(Map.of("PRONGSAI_DATA", "/a/b"))).hasToString("/a/b");
        assertThat(LaunchSettings.dataFolder(Map.of("XDG_DATA_HOME", "/x"))).hasToString("/x/prongsai");
        assertThat(LaunchSettings.dataFolder(Map.of()).toString()).endsWith("/.local/share/prongsai");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> LaunchSettings.of(HOME, List.of("--frsh"), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'--frsh'")
                .hasMessageContaining("--fresh, --ephemeral, --empty");
    }

    @Test
    void whatIsThrownAwayCannotBeEmptiedFirst() {
        assertThatThrownBy(() -> LaunchSettings.of(HOME, List.of("--fresh", "--ephemeral"), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose one");
    }

    @Test
    void aNameThatCannotBeAFoldersIsRefusedInOneSentence() {
        assertThatThrownBy(() -> LaunchSettings.dataFolder(Map.of("PRONGSAI_DATA", "/a\0b")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void aThrowawayFolderIsNotMadeBeforeItIsUsed() {
        assertThat(LaunchSettings.of(HOME, List.of("--ephemeral"), Map.of()).data())
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVER_ADDRESS",
                "server.address",
                "MANAGEMENT_SERVER_ADDRESS",
                "SPRING_APPLICATION_JSON",
                "SPRING_PROFILES_ACTIVE",
                "spring_config_additional-location",
                "PRONGSAI_CLIENT_ID",
                "PRONGSAI_CLIENT_SECRET",
                "PRONGSAI_PUBLIC_CLIENT",
                "PRONGSAI_SESSION_KEYS",
                "PRONGSAI_SESSION_LIFETIME"
            })
    void whatSteersSpringIsNotInherited(String variable) {
        assertThat(Surroundings.steers(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "JAVA_TOOL_OPTIONS", "LOGGING_LEVEL_ORG_PRONGSAI", "PRONGSAI_BIND", "SERVERS"})
    void whatDoesNotIs(String variable) {
        assertThat(Surroundings.steers(variable)).isFalse();
    }

    @Test
    void aPortBaseThatCannotWorkIsRefusedWithItsRange() {
        assertThatThrownBy(() -> LaunchSettings.ports(Map.of("PRONGSAI_PORT_BASE", "60000")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("from 1024 to 54522");
        assertThatThrownBy(() -> LaunchSettings.ports(Map.of("PRONGSAI_PORT_BASE", "x")))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6000", "10080", "10070"})
    void aPortThatNoBrowserOpensIsRefused(String base) {
        assertThatThrownBy(() -> LaunchSettings.ports(Map.of("PRONGSAI_PORT_BASE", base)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(base + ": with it a page lies at a port that no browser opens");
    }

    @Test
    void everyPortMovesWithTheBase() {
        var ports = LaunchSettings.ports(Map.of("PRONGSAI_PORT_BASE", "18080"));
        assertThat(ports.address("postgres")).isEqualTo("localhost:25432");
        assertThat(ports.url(Topology.GATEWAY.managementPort())).isEqualTo("http://localhost:19080");
    }

    @Test
    void aServiceIsToldWhereEverythingIs() {
        var notification = Surroundings.of(Topology.named("notification-service"), new Ports(8080), "/d", false);
        assertThat(notification)
                .containsEntry("PRONGSAI_PORT", "8104")
                .containsEntry("PRONGSAI_MANAGEMENT_PORT", "9104")
                .containsEntry("PRONGSAI_POSTGRES", "localhost:15432")
                .containsEntry("PRONGSAI_KAFKA", "localhost:19092")
                .containsEntry("PRONGSAI_ISSUER", "http://localhost:8090")
                .containsEntry("PRONGSAI_SECRETS", "/d/secrets/notification-service")
                .containsEntry("PRONGSAI_SMTP_HOST", "localhost")
                .containsEntry("PRONGSAI_SMTP_PORT", "12525")
                .doesNotContainKey("PRONGSAI_CLIENT_SECRET");
        assertThat(Surroundings.of(Topology.GATEWAY, new Ports(8080), "/d", false))
                .containsEntry("PRONGSAI_GATEWAY", "http://localhost:8080")
                .containsEntry("PRONGSAI_CLIENT_SECRET", "demo")
                .containsEntry("PRONGSAI_SECRETS", "/d/secrets/gateway")
                .containsEntry("PRONGSAI_ASSESSMENT", "http://localhost:8101")
                .containsEntry("PRONGSAI_NOTIFICATION", "http://localhost:8104");
    }
}
