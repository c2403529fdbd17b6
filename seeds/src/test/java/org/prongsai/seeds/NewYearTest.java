package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A further year, and a further language, is a file and nothing else. */
class NewYearTest {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(5));

    @TempDir
    private Path home;

    private RecordingPlatform platform;

    @BeforeEach
    void copy() throws IOException {
        platform = new RecordingPlatform();
        for (String folder : List.of("agencies", "frameworks", "languages", "people")) {
            Files.createDirectories(home.resolve(folder));
            for (Path file : new SeedFolder(folder).files())
                Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
        }
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void isLoadedWithAllItsLanguagesWithoutBeingNamedAnywhere() throws IOException {
        copied("frameworks/ita-immigration-2570.yaml", "frameworks/ita-immigration-2571.yaml", "2570", "2571");
        copied("languages/zh.yaml", "languages/zh-Hant.yaml", "language: zh", "language: zh-Hant");
        copied("languages/my.yaml", "languages/shn.yaml", "language: my", "language: shn");
        Files.writeString(home.resolve("frameworks/notes.txt"), "no framework");

        SeedJob.run(
                Door.local(platform.url(), platform.url()),
                QUICK,
                SeedReader.in(home),
                ProgressWriter.silent(),
                List.of());

        JsonNode sent = JsonMapper.shared()
                .readTree(platform.to("PUT .*frameworks/ita-immigration-2571")
                        .getFirst()
                        .body());
        assertThat(sent.path("languages").valueStream().map(JsonNode::asString))
                .contains("th", "en", "lo", "zh", "zh-Hant", "shn")
                .hasSize(2 + 9 + 2);
        assertThat(platform.to("PUT .*frameworks/.*"))
                .hasSize(SeedFolder.frameworks().size() + 1);
    }

    private void copied(String from, String to, String old, String fresh) throws IOException {
        String text = Files.readString(home.resolve(from));
        Files.writeString(home.resolve(to), text.replace(old, fresh));
    }
}
