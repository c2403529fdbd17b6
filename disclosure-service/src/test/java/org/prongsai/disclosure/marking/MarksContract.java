package org.prongsai.disclosure.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.disclosure.DisclosureWorld;
import org.prongsai.disclosure.DisclosureWorld.Answer;
import org.prongsai.disclosure.Samples;

/** What must hold for marks on any Postgres and Kafka. */
abstract class MarksContract {
    final String round = "round-" + UUID.randomUUID();

    abstract DisclosureWorld world();

    @BeforeEach
    void a_round_is_known() {
        Samples.agencies().forEach(world()::tell);
        world().tell(Samples.framework());
        world().tell(Samples.round(round, "sample@1"));
        await().untilAsserted(() -> assertThat(dryRun("north,o1,100").status()).isEqualTo(200));
    }

    Answer marks(String query, String... rows) {
        var file = "agency,item,mark\n" + String.join("\n", rows) + "\n";
        return world().post("/rounds/" + round + "/marks/imports" + query, "admin", "text/csv", file);
    }

    Answer dryRun(String... rows) {
        return marks("?dryRun=true", rows);
    }

    @Test
    void imported_marks_are_told_in_the_order_of_their_stream() {
        var first = marks("", "north,o1,100", "north,o2,0", "south,o1,100");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":3,\"updated\":0,\"unchanged\":0,\"rejected\":[]}");
        var second = marks("", "north,o1,100", "north,o2,100", "north,o10,100");
        assertThat(second.raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":1,\"updated\":1,\"unchanged\":1,\"rejected\":[]}");
        await().untilAsserted(() -> assertThat(world().told(round)).hasSize(5));
        assertThat(world().told(round))
                .filteredOn(event -> event.agency().equals("north"))
                .containsExactly(told("o1", 100), told("o2", 0), told("o10", 100), told("o2", 100));
        assertThat(world().rows("select reason from audit where subject = 'rounds/" + round + "/marks' order by id"))
                .isEqualTo(List.of("3 created, 0 updated, 0 unchanged", "1 created, 1 updated, 1 unchanged"));
    }

    private ItemMarked told(String item, int mark) {
        return new ItemMarked(round, "north", item, mark);
    }

    @Test
    void the_same_file_again_tells_nothing() {
        marks("", "north,o1,100", "south,o1,0");
        var again = marks("", "north,o1,100", "south,o1,0");
        assertThat(again.raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":0,\"updated\":0,\"unchanged\":2,\"rejected\":[]}");
        assertThat(outbox()).isEqualTo("2");
        assertThat(world().rows("select count(*) from audit where subject = 'rounds/" + round + "/marks'"))
                .containsExactly("1");
    }

    String outbox() {
        return world().rows("select count(*) from outbox where body like '%" + round + "%'")
                .getFirst();
    }
}
