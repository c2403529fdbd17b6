package org.prongsai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BorderTest {

    @TempDir
    Path folder;

    private Planted scoring;

    @BeforeEach
    void plant() {
        scoring = Planted.in(folder, "org.prongsai.scoring");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            java.nio.file.Files.exists(null)                     | files: java.nio.file.Files
            new java.net.Socket()                                | the network: java.net.Socket
            new java.io.FileInputStream("x")                     | streams: java.io.FileInputStream
            java.time.Instant.now()                              | a clock: java.time.Instant.now
            java.time.LocalDate.now(java.time.ZoneOffset.UTC)    | a clock: java.time.LocalDate.now
            java.time.Clock.systemUTC()                          | a clock: java.time.Clock
            new java.util.Date()                                 | a clock: java.util.Date.<init>
            System.currentTimeMillis()                           | a clock: java.lang.System.currentTimeMillis
            System.nanoTime()                                    | a clock: java.lang.System.nanoTime
            new java.util.Random()                               | luck: java.util.Random
            new java.security.SecureRandom()                     | luck: java.security.SecureRandom
            java.util.UUID.randomUUID()                          | luck: java.util.UUID.randomUUID
            Math.random()                                        | luck: java.lang.Math.random
            java.util.random.RandomGenerator.getDefault()        | luck: java.util.random.RandomGenerator.getDefault
            System.getenv("HOME")                                | the machine: java.lang.System.getenv
            java.time.ZoneId.systemDefault()                     | the machine: java.time.ZoneId.systemDefault
            new reactor.core.publisher.Mono()                    | Reactor: reactor.core.publisher.Mono
            new io.r2dbc.spi.ConnectionFactory()                 | a database: io.r2dbc.spi.ConnectionFactory
            new org.apache.kafka.clients.producer.KafkaProducer()| Kafka: org.apache.kafka.clients.producer.KafkaProducer
            """)
    void aBareNounMayNotTouchTheWorld(String expression, String named) {
        String complaint = scoring.main("""
                package org.prongsai.scoring.score;
                class Scoreboard {
                    Object look() throws Exception {
                        return %s;
                    }
                }
                """.formatted(expression)).breaksOnly(Border.BARE_NOUNS_ARE_PURE);
        assertThat(complaint)
                .contains(
                        "The suffix is the border", "org.prongsai.scoring.score.Scoreboard (Scoreboard.java:4)", named)
                .contains("Why: ", "Way out: Hand the value in", "Endpoint, Page");
    }

    @Test
    void aMethodReferenceIsNoWayAround() {
        scoring.main("""
                package org.prongsai.scoring.score;
                class Scoreboard {
                    java.util.function.Supplier<java.time.Instant> now = java.time.Instant::now;
                }
                """).breaksOnly(Border.BARE_NOUNS_ARE_PURE);
    }

    @Test
    void aShuffleThatBringsItsOwnLuckIsNotPure() {
        scoring.main("""
                package org.prongsai.scoring.score;
                class Scoreboard {
                    void mix(java.util.List<String> units) {
                        java.util.Collections.shuffle(units);
                    }
                }
                """).breaksOnly(Border.BARE_NOUNS_ARE_PURE);
    }

    @Test
    void aSpringAnnotationIsNotForNouns() {
        assertThat(scoring.main("""
                        package org.prongsai.scoring.score;
                        @org.springframework.stereotype.Component
                        class Scoreboard {}
                        """).breaksOnly(Border.BARE_NOUNS_ARE_PURE))
                .contains("Spring: org.springframework.stereotype.Component");
    }

    @Test
    void aNestedClassAnswersAsItsOutermost() {
        String nested = """
                package org.prongsai.scoring.score;
                class %s {
                    static class %s { Object now = java.time.Instant.now(); }
                }
                """;
        scoring.main(nested.formatted("ScoreStore", "Row")).breaksNothing();
        scoring.main(nested.formatted("Scoreboard", "RowStore")).breaksOnly(Border.BARE_NOUNS_ARE_PURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ScoreEndpoint", "ResultsPage", "LimitFilter", "ScoreStore", "LinkClient", "RecountCommand"})
    void aBorderSuffixMayTouchTheWorld(String name) {
        scoring.main("""
                package org.prongsai.scoring.score;
                @org.springframework.stereotype.Component
                class %s {
                    Object world = java.util.List.of(java.time.Instant.now(), new reactor.core.publisher.Mono());
                }
                """.formatted(name)).breaksNothing();
    }

    @Test
    void valuesJsonAndLuckThatIsHandedInArePure() {
        scoring.main("""
                package org.prongsai.scoring.score;
                record Scoreboard(
                        @com.fasterxml.jackson.annotation.JsonProperty java.time.Instant from,
                        java.util.UUID id,
                        java.net.URI page) {
                    int draw(java.util.random.RandomGenerator luck, java.util.List<String> units) {
                        java.util.Collections.shuffle(units, luck);
                        return luck.nextInt(units.size()) + new tools.jackson.databind.ObjectMapper().hashCode();
                    }
                    void check(java.io.StringReader text) throws java.io.IOException {
                        throw new java.io.IOException("no more than a name for what went wrong");
                    }
                }
                """).breaksNothing();
    }

    @Test
    void testsAndPackageNotesAreExempt() {
        scoring.main("package org.prongsai.scoring.score; class Scoreboard {}")
                .test(
                        "package org.prongsai.scoring.score; class ScoreboardTest { Object now = java.time.Instant.now(); }")
                .breaksNothing();
    }
}
