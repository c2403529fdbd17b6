package org.prongsai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HabitsTest {

    @TempDir
    Path folder;

    private Planted scoring;

    @BeforeEach
    void plant() {
        scoring = Planted.in(folder, "org.prongsai.scoring");
    }

    @Test
    void noMocksEvenInTests() {
        assertThat(scoring.test("""
                        package org.prongsai.scoring.score;
                        class ScoreTest {
                            @org.mockito.Mock Object store;
                        }
                        """).breaksOnly(Habits.NO_MOCKS))
                .contains("org.prongsai.scoring.score.ScoreTest", "org.mockito.Mock", "SlowMailServer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(5)", "java.util.concurrent.TimeUnit.SECONDS.sleep(1)"})
    void nobodySleeps(String nap) {
        String source = """
                package org.prongsai.scoring.score;
                class %s {
                    void doze() throws Exception { %s; }
                }
                """;
        assertThat(scoring.main(source.formatted("ScoreJob", nap))
                        .test(source.formatted("ScoreTest", nap))
                        .breaksOnly(Habits.NOBODY_SLEEPS))
                .contains("ScoreJob (ScoreJob.java:3)", "ScoreTest (ScoreTest.java:3)", "Wait on a condition");
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        assertThat(scoring.main("""
                        package org.prongsai.scoring.score;
                        import org.springframework.beans.factory.annotation.Autowired;
                        class ScoreStore {
                            @Autowired Object database;
                            @Autowired void setOutbox(Object outbox) {}
                            @Autowired ScoreStore() {}
                        }
                        """).breaksOnly(Habits.NO_FIELD_INJECTION))
                .contains("is injected: database", "is injected: setOutbox")
                .doesNotContain("<init>");
    }

    @Test
    void servicesDoNotPrint() {
        String source = """
                package org.prongsai.scoring.score;
                class %s {
                    void tell() {
                        System.out.println("done");
                    }
                }
                """;
        assertThat(scoring.main(source.formatted("ScoreJob"), source.formatted("RecountCommand"))
                        .breaksOnly(Habits.SERVICES_DO_NOT_PRINT))
                .contains("ScoreJob (ScoreJob.java:4) uses System.out")
                .doesNotContain("RecountCommand");
    }

    @Test
    void everyDoorNamesWhoMayEnter() {
        assertThat(scoring.main("""
                        package org.prongsai.scoring.score;
                        import org.prongsai.web.Access;
                        import org.springframework.web.bind.annotation.GetMapping;
                        class ScoreEndpoint {
                            @GetMapping @Access Object guarded() { return 1; }
                            @GetMapping Object open() { return 1; }
                            Object notADoor() { return 1; }
                        }
                        """).breaksOnly(Doors.EVERY_DOOR_NAMES_WHO_MAY_ENTER))
                .contains("ScoreEndpoint (ScoreEndpoint.java) has a door without @Access: open")
                .doesNotContain("guarded", "notADoor");
    }

    @Test
    void modulesWithoutTheAccessTableGuardThemselves() {
        Planted.in(folder, "org.prongsai.local").main("""
                package org.prongsai.local;
                class MailboxEndpoint {
                    @org.springframework.web.bind.annotation.GetMapping Object mails() { return 1; }
                }
                """).breaksNothing();
    }
}
