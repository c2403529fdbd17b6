package org.prongsai.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is asked as long as somebody measures, and leaves nothing behind. */
class DiskJobTest {

    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void theDiskTakesItsTimeAndKeepsNothing() {
        try (var disk = DiskJob.start(folder)) {
            assertThat(PatientJob.until(() -> disk.longestMillis() > 0, GLANCE, PATIENCE))
                    .isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsToldAndNotTakenForAFastDisk() {
        var nowhere = folder.resolve("nowhere");
        try (var disk = DiskJob.start(nowhere)) {
            assertThatThrownBy(() -> PatientJob.until(() -> disk.longestMillis() > 0, GLANCE, PATIENCE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(nowhere.toString());
        }
    }
}
