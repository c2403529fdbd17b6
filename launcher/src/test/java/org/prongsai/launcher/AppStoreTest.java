package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application is unpacked again when its jar was built again, even if both jars carry the same date. */
class AppStoreTest {

    @TempDir
    Path checkout;

    @Test
    void aJarBuiltAgainIsNoticed() throws IOException {
        FakeHome.in(checkout);
        var target = checkout.resolve("gateway/target");
        var jar = target.resolve("gateway-1-exec.jar");
        assertThat(AppStore.isUnpacked(jar, target.resolve("app"))).isTrue();

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Files.write(jar, Files.readAllBytes(target.resolve("app/gateway-1-exec.jar")));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(AppStore.isUnpacked(jar, target.resolve("app"))).isFalse();
    }

    @Test
    void aModuleThatIsNotBuiltIsSaidInOneSentence() {
        assertThatThrownBy(() -> new AppStore(checkout).jar("gateway"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("gateway is not built: run ./prongsai up");
    }
}
