package org.prongsai.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.Stage;
import org.prongsai.launcher.PartSettings;

/**
 * People answer while intake, issuer, relay, gateway, Postgres, Kafka and scoring are killed in turn: what was
 * acknowledged is released once and counted once, by the log and by the score.
 */
class KillDrillIT {

    private static final String MILLION = "1000000";

    @Test
    @Tag("slow")
    void every_acknowledged_answer_is_released_once_whatever_is_killed() {
        drill(Stage.get(), Size.QUICK);
    }

    @Test
    @Tag("slow")
    void so_is_each_when_processes_are_asked_to_end_and_nobody_is_cut_off() {
        var crowd = drill(Stage.get(), Size.QUICK, KillJob::ask);
        assertThat(crowd.counted.statuses()).as("0 is no reply, 500 a bug").doesNotContain("500=");
    }

    @Test
    @Tag("slow")
    void so_is_each_of_a_million() {
        int requests = Integer.parseInt(System.getProperty("prongsai.drill.requests", MILLION));
        try (var stage = Stage.apart(parts())) {
            drill(stage, Size.full(requests));
        }
    }

    /** Compiled in full as in production, and nobody is held back for coming from one address. */
    private static Map<String, PartSettings> parts() {
        var jvm = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");
        var shares = List.of(
                "CALLER_BURST", "CALLER_RATE", "NETWORK_BURST", "NETWORK_RATE", "ANSWERING_BURST", "ANSWERING_RATE");
        var unlimited = shares.stream().collect(Collectors.toMap(share -> "PRONGSAI_" + share, share -> "100000000"));
        return Map.of(
                "gateway", new PartSettings(jvm, List.of(), unlimited),
                "assessment-service", new PartSettings(jvm, List.of(), Map.of("PRONGSAI_TRAFFIC_CALM", "100000000")),
                "scoring-service", new PartSettings(jvm, List.of(), Map.of()),
                "local-world", new PartSettings(jvm, List.of(), Map.of()));
    }

    private static void drill(Stage stage, Size size) {
        var crowd = drill(stage, size, KillJob::run);
        assertThat(List.of(
                        crowd.counted.changed.sum(),
                        crowd.counted.repeated.sum(),
                        crowd.counted.refused.sum(),
                        crowd.counted.redeemed.sum()))
                .allSatisfy(kind -> assertThat(kind).isPositive());
    }

    private static CrowdJob drill(Stage stage, Size size, Consumer<KillJob> turns) {
        var began = Instant.now();
        // One process starts in less time than all of them at once.
        var margin = Collections.max(
                List.of(size.margin(), stage.start.multipliedBy(2).dividedBy(3)));
        var round = RoundClient.open(stage, margin.plusSeconds(25));
        try (var crowd = new CrowdJob(stage.platform.gateway(), round, size)) {
            crowd.start();
            var killer = new KillJob(stage.platform, round, crowd, size, margin);
            turns.accept(killer);
            await("the window closes")
                    .atMost(Duration.between(Instant.now(), round.closes()).plusSeconds(5))
                    .until(() -> !Instant.now().isBefore(round.closes()));
            if (size.lateKill()) {
                killer.late();
            }
            await("everybody is told").atMost(Duration.ofMinutes(2)).until(crowd::isGone);
            var recount = recount(round, crowd);
            try (var log = new ReleaseReader(stage.platform.kafka(), recount)) {
                judge(stage, round, crowd, recount, log);
            } finally {
                System.out.println(Report.of(crowd, recount, killer.kills(), Duration.between(began, Instant.now())));
            }
            return crowd;
        }
    }

    private static Recount recount(RoundClient round, CrowdJob crowd) {
        return new Recount(
                round.round(),
                RoundClient.K,
                crowd.surveys().stream().collect(Collectors.toMap(Survey::instrument, Survey::numbered)));
    }

    private static void judge(Stage stage, RoundClient round, CrowdJob crowd, Recount recount, ReleaseReader log) {
        await("everything is released").atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            log.readOn();
            assertThat(broken(crowd, recount)).isEmpty();
        });
        var auditor = stage.visitor("demo-auditor");
        await("everything is scored").atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(recount.units())
                .allSatisfy((place, answers) ->
                        assertThat(round.scored(auditor, place)).isEqualTo(answers)));
        log.readOn();
        assertThat(broken(crowd, recount)).isEmpty();
        assertThat(recount.faults()).isEmpty();
        assertThat(crowd.counted.surprises()).isEmpty();
    }

    /** A few of the promises that are broken; all of a million would help nobody. */
    private static List<String> broken(CrowdJob crowd, Recount recount) {
        return crowd.surveys().stream()
                .flatMap(survey -> Stream.concat(
                        survey.ledger().broken(number -> recount.times(survey.instrument(), number)).stream(),
                        Stream.of("numbers that nobody was given: "
                                        + recount.beyond(
                                                survey.instrument(),
                                                survey.ledger().given()))
                                .filter(sentence -> !sentence.endsWith(" 0"))))
                .limit(20)
                .toList();
    }
}
