package org.prongsai.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Catalogue.Entry;

/** {@code docs/events.md} is written from the catalogue; {@code -Dprongsai.write=true} writes it anew. */
class EventsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void the_page_says_what_the_catalogue_says() throws Exception {
        String page = page();
        if (Boolean.getBoolean("prongsai.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/events.md; write it anew with: mvn -pl contracts test -Dprongsai.write=true")
                .isEqualTo(page);
    }

    private static String page() throws Exception {
        StringBuilder page = new StringBuilder("""
                # Events

                Generated from `contracts` (`Catalogue`, golden samples); do not edit by hand.
                Attributes travel as CloudEvents headers (`ce_id`, `ce_source`, `ce_type`, `ce_time`, `ce_subject`) beside `stream_seq`,
                the gapless number of the record in its stream (topic, key): one event's for ever. The same event may come again under it;
                where another one does, reading stops. The body is JSON.

                | event | topic | kind | visibility | says |
                |---|---|---|---|---|
                """);
        for (Entry e : Catalogue.EVENTS) {
            page.append("| [%s](#%s) | `%s` | %s | %s | %s |%n"
                    .formatted(
                            e.type(),
                            e.type().toLowerCase(java.util.Locale.ROOT),
                            e.topic().channel(),
                            e.topic().kind().name().toLowerCase(java.util.Locale.ROOT),
                            e.visibility().name().toLowerCase(java.util.Locale.ROOT),
                            e.says()));
        }
        for (Entry e : Catalogue.EVENTS) {
            var tree = EventJson.MAPPER.readTree(SamplesTest.sample(e));
            page.append("%n## %s%n%n```json%n%s%n```%n"
                    .formatted(
                            e.type(),
                            EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree)));
        }
        return page.toString().replace("\r\n", "\n");
    }
}
