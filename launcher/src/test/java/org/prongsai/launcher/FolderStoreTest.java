package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder is private, and only what is ours is ever deleted. */
class FolderStoreTest {

    @TempDir
    Path parent;

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        var data = parent.resolve("data");
        new FolderStore(data).prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void freshDeletesWhatIsOurs() throws IOException {
        var folder = new FolderStore(parent).prepare();
        Files.createDirectories(parent.resolve("postgres/base"));
        Files.writeString(parent.resolve("postgres/base/1"), "");
        folder.markSeeded();
        folder.empty();
        assertThat(parent.resolve("postgres")).doesNotExist();
        assertThat(folder.isSeeded()).isFalse();
    }

    @Test
    void freshTouchesNothingWhenAStrangersFileIsThere() throws IOException {
        var folder = new FolderStore(parent).prepare();
        Files.createDirectories(parent.resolve("kafka"));
        Files.writeString(parent.resolve("thesis.odt"), "");
        assertThatThrownBy(folder::empty).isInstanceOf(Refusal.class).hasMessageContaining("thesis.odt");
        assertThat(parent.resolve("kafka")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInOneSentence() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> new FolderStore(file.resolve("data")).prepare())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("PRONGSAI_DATA");
    }
}
