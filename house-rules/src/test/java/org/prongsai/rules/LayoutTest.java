package org.prongsai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @TempDir
    Path folder;

    @Test
    void featuresMayNotGoRoundInCircles() {
        String complaint = Planted.in(folder, "org.prongsai.scoring")
                .main(
                        "package org.prongsai.scoring.tally; public class Tally { org.prongsai.scoring.score.Score s; }",
                        "package org.prongsai.scoring.score; public class Score { org.prongsai.scoring.tally.Tally t; }")
                .breaksOnly(Features.NO_CYCLE);
        assertThat(complaint).contains("Cycle detected", "Slice score", "Slice tally", "Way out: Move what both need");
    }

    @Test
    void oneFeatureMayKnowAnother() {
        Planted.in(folder, "org.prongsai.scoring")
                .main(
                        "package org.prongsai.scoring.tally; public class Tally {}",
                        "package org.prongsai.scoring.score; class Score { org.prongsai.scoring.tally.Tally t; }")
                .breaksNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.prongsai.scoring.score.parts", "org.prongsai.score", "com.example"})
    void packagesAreFeatures(String place) {
        String complaint = Planted.in(folder, "org.prongsai.scoring")
                .main("package %s; class Score {}".formatted(place))
                .breaksOnly(Features.ONE_LEVEL_DEEP);
        assertThat(complaint).contains(place + ".Score (Score.java) lies outside org.prongsai.scoring.<feature>");
    }

    @ParameterizedTest
    @CsvSource({
        "scoring, org.prongsai.disclosure.item.Item",
        "contracts, org.prongsai.messaging.OutboxStore",
        "methodology, org.prongsai.contracts.scoring.ScoreChanged",
        "web, org.prongsai.messaging.OutboxStore",
        "messaging, org.prongsai.disclosure.item.Item",
        "launcher, org.prongsai.contracts.scoring.ScoreChanged"
    })
    void modulesKnowOnlyThoseBelow(String module, String stranger) {
        String complaint = Planted.in(folder, "org.prongsai." + module)
                .main("package org.prongsai.%s; class Board { %s stranger; }".formatted(module, stranger))
                .breaksOnly(Modules.KNOW_ONLY_THOSE_BELOW);
        assertThat(complaint).contains("Board (Board.java) knows " + stranger, module + " may know only [");
    }

    @Test
    void servicesMayKnowContractsAndMessaging() {
        Planted.in(folder, "org.prongsai.scoring").main("""
                        package org.prongsai.scoring.score;
                        class Scoreboard {
                            org.prongsai.contracts.scoring.ScoreChanged event;
                            org.prongsai.messaging.OutboxStore outbox;
                        }
                        """).breaksNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "ticket, Invitation, response, Response",
        "response, Intake, ticket, Invitation",
        "pool, Pool, ticket, Invitation",
        "draw, Draw, response, Response",
        "response, Intake, letter, Letter",
        "visit, Visit, pool, Pool",
        "contact, Contact, response, Response",
        "comment, Comment, response, Response",
        "pool, Pool, comment, Comment",
        "comment, Comment, ticket, Invitation"
    })
    void ticketsAndResponsesAreStrangers(String from, String name, String to, String other) {
        String complaint = Planted.in(folder, "org.prongsai.assessment")
                .main("package org.prongsai.assessment.%s; public class %s {}".formatted(to, other), """
                        package org.prongsai.assessment.%s;
                        class %s {
                            Object peek() { return new org.prongsai.assessment.%s.%s(); }
                        }
                        """.formatted(
                                from, name, to, other))
                .breaksOnly(Features.TICKETS_AND_RESPONSES_ARE_STRANGERS);
        assertThat(complaint)
                .contains("org.prongsai.assessment.%s.%s".formatted(from, name))
                .contains("knows org.prongsai.assessment.%s.%s".formatted(to, other));
    }

    @Test
    void nobodyKnowsBothSides() {
        String complaint = Planted.in(folder, "org.prongsai.assessment")
                .main(
                        "package org.prongsai.assessment.ticket; public class Invitation {}",
                        "package org.prongsai.assessment.pool; public class Pool {}",
                        "package org.prongsai.assessment.balance; class Tickets { org.prongsai.assessment.ticket.Invitation i; }",
                        "package org.prongsai.assessment.balance; class Answers { org.prongsai.assessment.pool.Pool p; }",
                        "package org.prongsai.assessment.turnout; class Turnout { org.prongsai.assessment.pool.Pool p; }")
                .breaksOnly(Features.TICKETS_AND_RESPONSES_ARE_STRANGERS);
        assertThat(complaint)
                .contains("org.prongsai.assessment.balance knows both sides")
                .doesNotContain("turnout");
    }

    @ParameterizedTest
    @CsvSource({
        "turnout, @Qualifier(\"tickets\"), tickets",
        "response, @Qualifier(\"tickets\"), tickets",
        "draw, @Qualifier(\"responses\"), responses",
        "comment, @Qualifier(\"responses\"), responses",
        "comment, @Qualifier(\"tickets\"), tickets",
        "ticket, , a database without its name"
    })
    void nobodyAsksForTheDatabasesOfBothSides(String feature, String qualifier, String named) {
        String complaint = holder(feature, qualifier == null ? "" : qualifier)
                .breaksOnly(Databases.TICKETS_AND_RESPONSES_LIE_APART);
        assertThat(complaint)
                .contains("assessment.%s.HolderStore (HolderStore.java) asks for %s".formatted(feature, named));
    }

    @ParameterizedTest
    @CsvSource({
        "ticket, tickets",
        "pool, responses",
        "amendment, responses",
        "draw, assessment",
        "round, assessment",
        "comment, assessment"
    })
    void eachSideAsksForItsOwn(String feature, String database) {
        holder(feature, "@Qualifier(\"%s\")".formatted(database)).breaksNothing();
    }

    private Planted holder(String feature, String qualifier) {
        return Planted.in(folder, "org.prongsai.assessment").main("""
                package org.prongsai.assessment.%s;
                import org.prongsai.messaging.PostgresClient;
                import org.springframework.beans.factory.annotation.Qualifier;
                class HolderStore {
                    HolderStore(%s PostgresClient database) {}
                }
                """.formatted(feature, qualifier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"controller", "service", "repository", "dto", "mapper", "util", "common", "impl"})
    void layersAreNoPackages(String word) {
        String complaint = Planted.in(folder, "org.prongsai.scoring")
                .main("package org.prongsai.scoring.%s; class Score {}".formatted(word))
                .breaksOnly(Names.SAY_WHAT_A_THING_IS);
        assertThat(complaint).contains("org.prongsai.scoring.%s.Score lies in a package called".formatted(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DateUtil", "DateUtils", "ScoreHelper", "RoundManager", "StoreImpl", "ScoreService"})
    void namesSayWhatAThingIs(String name) {
        Planted planted = Planted.in(folder, "org.prongsai.scoring")
                .test("package org.prongsai.scoring.score; class %s {}".formatted(name));
        assertThat(planted.breaksOnly(Names.SAY_WHAT_A_THING_IS)).contains(name + " ends in");
    }

    @Test
    void aFileHasAtMostThreeHundredLines() {
        String source = "package org.prongsai.scoring.score;\nclass %s {\n%s}\n";
        assertThat(Planted.in(folder, "org.prongsai.scoring")
                        .main(source.formatted("Fits", "\n".repeat(297)))
                        .test(source.formatted("LongTest", "\n".repeat(298)))
                        .breaksOnly(Size.A_FILE_FITS_ON_A_FEW_SCREENS))
                .contains("LongTest.java has 301 lines")
                .doesNotContain("Fits.java");
    }
}
