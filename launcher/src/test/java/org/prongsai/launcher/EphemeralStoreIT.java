package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Throwaway folders go with their launcher, or with the next one when it was killed; nobody else's are touched. */
class EphemeralStoreIT {

    private static final long NOBODY = 999_999_999;

    @TempDir
    Path temporary;

    @TempDir
    Path checkout;

    @Test
    void whatAKilledLauncherLeftIsEndedAndDeleted() throws IOException {
        var folder = leftover(NOBODY);
        var orphan = new ProcessBuilder(
                        AppStore.java().toString(),
                        "-cp",
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        MuteProcess.class.getName())
                .start();
        try {
            new ChildStore(folder.resolve("run")).remember("gateway", orphan.toHandle());
            var said = new ArrayList<String>();
            new EphemeralStore(temporary).sweep(said::add);
            assertThat(said).singleElement().asString().contains("gateway", "left behind");
            assertThat(orphan.isAlive()).isFalse();
            assertThat(folder).doesNotExist();
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void theFolderOfALauncherThatRunsStays() throws IOException {
        var mine = leftover(ProcessHandle.current().pid());
        sweep();
        assertThat(mine).exists();
    }

    @Test
    void theFolderOfALauncherWhoseNumberWasGivenAgainGoes() throws IOException {
        var folder = leftover(ProcessHandle.current().pid());
        var before = ProcessHandle.current().info().startInstant().orElseThrow().minus(Duration.ofHours(1));
        Files.setLastModifiedTime(folder, java.nio.file.attribute.FileTime.from(before));
        sweep();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aLockedFolderStays() throws IOException {
        var folder = leftover(NOBODY);
        try (var lock = LockStore.acquire(new FolderStore(folder))) {
            assertThat(lock).isNotNull();
            sweep();
            assertThat(folder).exists();
        }
    }

    @Test
    void othersFoldersAndLinksStay() throws IOException {
        var other = Files.createDirectories(temporary.resolve("prongsai-test-1-2"));
        var precious = Files.createDirectories(checkout.resolve("precious"));
        var link = Files.createSymbolicLink(temporary.resolve("prongsai-ephemeral-%d-1".formatted(NOBODY)), precious);
        sweep();
        assertThat(other).exists();
        assertThat(link).exists();
        assertThat(precious).exists();
    }

    @Test
    void aRefusedStartLeavesNoFolder() throws IOException {
        FakeHome.in(checkout);
        var settings = LaunchSettings.throwaway(checkout);
        var port = settings.ports().of(8102);
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> Platform.start(settings)).isInstanceOf(Refusal.class);
            assertThat(settings.data()).doesNotExist();
        }
    }

    private void sweep() {
        new EphemeralStore(temporary).sweep(said -> {});
    }

    private Path leftover(long pid) throws IOException {
        var folder = temporary.resolve(
                "prongsai-ephemeral-%d-%x".formatted(pid, Instant.now().toEpochMilli()));
        Files.createDirectories(folder.resolve("run"));
        return folder;
    }
}
