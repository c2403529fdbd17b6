package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;

class ConditionTest {

    private static final long SECOND = 1_000_000_000L;

    private final Condition condition = new Condition();

    @Test
    void before_there_are_topics_it_waits_for_kafka() {
        assertThat(condition.words(0)).isEqualTo("waits for Kafka: the topics cannot be made yet");
    }

    @Test
    void it_names_everything_that_is_wrong_and_nothing_when_it_is_well() {
        condition.reads();
        assertThat(condition.words(0)).isEqualTo("reads");
        condition.silent(SECOND);
        condition.failed("R2dbcTimeoutException", 2 * SECOND);
        condition.failed("ClassCastException", 3 * SECOND);
        condition.stopped().put(new Place(Topic.ITEMS, 3), Stop.missing(1, 2));
        condition.stopped().put(new Place(Topic.ITEMS, 2), Stop.reused(7));
        condition.stopped().put(new Place(Topic.ITEMS, 1), Stop.missing(1, 3));
        assertThat(condition.words(10 * SECOND))
                .isEqualTo("Kafka has not answered for 9 s; has failed for 8 s: ClassCastException;"
                        + " stopped, a number being used for two events, at disclosure.items[2];"
                        + " stopped, an event being missing, at disclosure.items[1], disclosure.items[3]");
        condition.answered();
        condition.succeeded();
        condition.stopped().clear();
        assertThat(condition.words(20 * SECOND)).isEqualTo("reads");
    }
}
