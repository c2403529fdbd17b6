package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a killed run left behind is ended; whoever got its number since is left alone. */
class ChildStoreIT {

    @TempDir
    Path checkout;

    @TempDir
    Path data;

    @Test
    void aStrangerWithARecycledNumberIsLeftAlone() throws IOException {
        var run = Files.createDirectories(data.resolve("run"));
        var stranger = new ProcessBuilder(AppStore.java().toString(), "-version").start();
        try {
            Files.writeString(run.resolve("gateway.pid"), stranger.pid() + " 2020-01-01T00:00:00Z");
            var said = new ArrayList<String>();
            new ChildStore(run).endOrphans(said::add);
            assertThat(said).isEmpty();
            assertThat(run.resolve("gateway.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void theDatabaseOfAKilledWorldIsStoppedAndAnotherOneIsNot() throws IOException {
        var run = Files.createDirectories(data.resolve("run"));
        var binary = Files.copy(Path.of("/bin/sleep"), checkout.resolve("postgres"));
        var server = new ProcessBuilder(binary.toString(), "1000").start();
        try {
            var mark = Files.createDirectories(data.resolve("postgres")).resolve("postmaster.pid");
            var said = new ArrayList<String>();
            Files.writeString(mark, server.pid() + "\n" + data + "\n1000000000\n15432\n");
            new ChildStore(run).endOrphans(said::add);
            assertThat(said).isEmpty();
            assertThat(server.isAlive()).isTrue();
            assertThat(mark).doesNotExist();

            long began = server.info().startInstant().orElseThrow().getEpochSecond();
            Files.writeString(mark, server.pid() + "\n" + data + "\n" + began + "\n15432\n");
            new ChildStore(run).endOrphans(said::add);
            assertThat(said).singleElement().asString().contains("Postgres (process " + server.pid() + ")");
            assertThat(server.isAlive()).isFalse();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aPostgresOfThisFolderKeepsItsMarkWhateverItsClockSays() throws IOException {
        var run = Files.createDirectories(data.resolve("run"));
        var postgres = Files.createDirectories(data.resolve("postgres"));
        var binary = Files.copy(Path.of("/usr/bin/tail"), checkout.resolve("postgres"));
        var file = Files.writeString(postgres.resolve("PG_VERSION"), "18");
        var server = new ProcessBuilder(binary.toString(), "-f", file.toString()).start();
        try {
            var mark = Files.writeString(postgres.resolve("postmaster.pid"), server.pid() + "\n" + data + "\n1\n");
            new ChildStore(run).endOrphans(said -> {});
            assertThat(mark).exists();
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }
}
