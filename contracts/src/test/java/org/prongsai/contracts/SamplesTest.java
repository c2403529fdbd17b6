package org.prongsai.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.contracts.Catalogue.Entry;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.contracts.scoring.ScoreChanged;

class SamplesTest {

    static Stream<Entry> events() {
        return Catalogue.EVENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_golden_sample_reads_and_writes_back_the_same(Entry entry) throws Exception {
        String sample = sample(entry);
        Event event = EventJson.read(entry.event(), sample);
        assertThat(EventJson.MAPPER.readTree(EventJson.write(event))).isEqualTo(EventJson.MAPPER.readTree(sample));
        assertThat(event.subject()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_field_of_a_later_version_is_ignored(Entry entry) throws Exception {
        String later = sample(entry).replaceFirst("\\{", "{\"fieldOfALaterVersion\":[1],");
        assertThat(EventJson.read(entry.event(), later)).isEqualTo(EventJson.read(entry.event(), sample(entry)));
    }

    @Test
    void a_known_type_that_cannot_be_read_says_why_and_never_shows_the_body() {
        assertThatThrownBy(() -> EventJson.read(ItemMarked.class, "{\"mark\":\"secret-answer\"}"))
                .isInstanceOf(EventJson.Unreadable.class)
                .hasMessageContaining("ItemMarked")
                .hasMessageContaining("mark")
                .hasMessageNotContaining("secret-answer");
        assertThatThrownBy(() -> EventJson.read(ItemMarked.class, "null")).isInstanceOf(EventJson.Unreadable.class);
    }

    private record Picky(String agency, int number) implements Event {
        private Picky {
            if (number < 0) throw new IllegalArgumentException("secret-answer");
        }

        @Override
        public String subject() {
            return agency;
        }
    }

    @Test
    void what_a_record_refuses_cannot_be_read_either() throws Exception {
        assertThat(EventJson.read(Picky.class, "{\"agency\":\"a\",\"number\":1}"))
                .isEqualTo(new Picky("a", 1));
        assertThatThrownBy(() -> EventJson.read(Picky.class, "{\"agency\":\"a\",\"number\":-1}"))
                .isInstanceOf(EventJson.Unreadable.class)
                .hasMessageContaining("Picky: ")
                .hasMessageNotContaining("secret-answer");
    }

    @Test
    void an_agency_told_before_names_and_lineage_were_has_neither() throws Exception {
        String old = """
                {"agency":"a","path":["a"],"type":"bureau","province":null,"name":{"th":"ก","en":"A"},
                 "from":"2009-09-07","to":null}""";
        AgencyChanged agency = EventJson.read(AgencyChanged.class, old);
        assertThat(agency.names()).isEmpty();
        assertThat(agency.lineage()).isEqualTo(AgencyChanged.Lineage.NONE);
    }

    @Test
    void a_score_told_before_it_said_so_is_neither_made_up_nor_practice() throws Exception {
        String old = """
                {"round":"r","agency":"a","framework":"f@1","adequacy":"no-data","total":null,"level":null,
                 "instruments":{"oit":null}}""";
        var score = EventJson.read(ScoreChanged.class, old);
        assertThat(score.synthetic()).isFalse();
        assertThat(score.rehearsal()).isFalse();
        assertThat(EventJson.write(score)).doesNotContain("synthetic", "rehearsal");
    }

    @Test
    void an_event_without_a_row_is_refused() {
        Event stray = () -> "stray";
        assertThatThrownBy(() -> Catalogue.of(stray)).hasMessageContaining("Catalogue.EVENTS");
        assertThat(Catalogue.find("TypeOfALaterVersion")).isEmpty();
    }

    static String sample(Entry entry) throws IOException {
        try (var in = SamplesTest.class.getResourceAsStream("/samples/" + entry.type() + ".json")) {
            assertThat(in).as("golden sample of " + entry.type()).isNotNull();
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
