package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each build is unpacked into a folder of its own, which stays as it is while a process runs from it. */
class AppStoreTest {

    private static final String JAR = "seeds/target/seeds-1-exec.jar";

    @TempDir
    Path checkout;

    @Test
    void aJarBuiltAgainGetsAFolderOfItsOwnEvenIfBothCarryTheSameDate() throws IOException {
        build("one");
        Files.setLastModifiedTime(checkout.resolve(JAR), FileTime.fromMillis(0));
        var first = new AppStore(checkout).packed("seeds");
        build("two");
        Files.setLastModifiedTime(checkout.resolve(JAR), FileTime.fromMillis(0));
        var second = new AppStore(checkout).packed("seeds");
        assertThat(first).hasContent("one");
        assertThat(second).hasContent("two");
        assertThat(new AppStore(checkout).packed("seeds")).isEqualTo(second);
    }

    @Test
    void olderBuildsGoUnlessAProcessRunsFromThem() throws IOException {
        build("used");
        var used = new AppStore(checkout).packed("seeds");
        var process = new ProcessBuilder("tail", "-f", used.toString()).start();
        try {
            for (var text : new String[] {"build 1", "build 2", "build 3", "build 4"}) {
                build(text);
                assertThat(new AppStore(checkout).packed("seeds")).hasContent(text);
            }
            assertThat(used).hasContent("used");
            assertThat(checkout.resolve("seeds/target/app")).isDirectory();
            assertThat(Files.list(checkout.resolve("seeds/target/app"))).hasSize(3);
        } finally {
            process.destroyForcibly().onExit().join();
        }
        build("build 5");
        new AppStore(checkout).packed("seeds");
        assertThat(used).doesNotExist();
        assertThat(Files.list(checkout.resolve("seeds/target/app"))).hasSize(2);
    }

    @Test
    void whatAKilledLauncherHadBegunToUnpackGoes() throws IOException {
        build("one");
        var half = Files.createDirectories(checkout.resolve("seeds/target/app/unpacking-999999999-1"));
        new AppStore(checkout).packed("seeds");
        assertThat(half).doesNotExist();
    }

    @Test
    void aCloneThatCannotBeWrittenIsSaidInOneSentence() throws IOException {
        build("one");
        Files.writeString(checkout.resolve("seeds/target/app"), "in the way");
        assertThatThrownBy(() -> new AppStore(checkout).jar("seeds"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("give yourself permission")
                .hasMessageContaining(checkout.toString());
    }

    @Test
    void aJarThatCannotBeUnpackedLeavesNothingHalf() throws IOException {
        build("no jar at all");
        assertThatThrownBy(() -> new AppStore(checkout).jar("seeds")).isInstanceOf(Refusal.class);
        assertThat(checkout.resolve("seeds/target/app")).isEmptyDirectory();
    }

    @Test
    void aModuleThatIsNotBuiltIsSaidInOneSentence() {
        assertThatThrownBy(() -> new AppStore(checkout).jar("gateway"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("gateway is not built: run ./prongsai up");
    }

    private void build(String text) throws IOException {
        var jar = checkout.resolve(JAR);
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, text);
    }
}
