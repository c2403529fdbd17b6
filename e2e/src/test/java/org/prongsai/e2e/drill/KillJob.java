package org.prongsai.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.prongsai.launcher.Platform;

/** Takes one process after the other without a word, and waits each time until people are answered again. */
final class KillJob {

    private static final String INTAKE = "assessment-service";
    private static final String WORLD = "local-world";
    private static final String KAFKA = "kafka";
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final int ENOUGH = 20;

    private final Platform platform;
    private final RoundClient round;
    private final CrowdJob crowd;
    private final Size size;
    private final Instant began = Instant.now();
    private Duration margin;
    private int kills;

    /** @param margin so long the window must stay open at least whenever something is killed */
    KillJob(Platform platform, RoundClient round, CrowdJob crowd, Size size, Duration margin) {
        this.platform = platform;
        this.round = round;
        this.crowd = crowd;
        this.size = size;
        this.margin = margin;
    }

    /** Everything in turn, so often that the requests are answered meanwhile. */
    void run() {
        answered(ENOUGH);
        for (int turn = 0; turn < size.rounds(); turn++) {
            service(INTAKE);
            kafka(turn == 0 ? size.away() : Duration.ZERO);
            service("gateway");
            postgres();
            if (turn + 1 == size.rounds()) {
                keepOpenUntil(size.requests());
                assertThat(crowd.isClosed())
                        .as("the window closed before all was killed")
                        .isFalse();
            }
            scoring();
        }
    }

    /** Each that people depend on is asked to end, while they answer, and started again. */
    void ask() {
        answered(ENOUGH);
        for (var name : List.of(INTAKE, "gateway", "scoring-service")) {
            round.keepOpen(margin);
            recover(name, () -> platform.restart(name));
        }
    }

    /** Also intake, issuer and relay: they live in one process. */
    private void service(String name) {
        round.keepOpen(margin);
        platform.kill(name);
        recover(name, () -> platform.restart(name));
    }

    /** Nobody who answers need notice, and it does not matter if the window closes meanwhile. */
    private void scoring() {
        var at = Instant.now();
        kills++;
        platform.kill("scoring-service");
        platform.restart("scoring-service");
        tell("scoring-service", Duration.between(at, Instant.now()));
    }

    /** Postgres outlives the process that Kafka dies with, and is taken over by the next one. */
    private void kafka(Duration away) {
        round.keepOpen(margin.multipliedBy(2).plus(away));
        var back = Instant.now().plus(away);
        platform.kill(WORLD);
        answered(2 * ENOUGH);
        await("Kafka is away").atMost(away.plusSeconds(10)).until(() -> !Instant.now()
                .isBefore(back));
        // Whoever starts now has nobody to tell, and takes answers nevertheless.
        platform.kill(INTAKE);
        kills++;
        recover(KAFKA, () -> {
            platform.restart(INTAKE);
            answered(ENOUGH);
            platform.restart(WORLD);
        });
    }

    /** While pools are drained, when nobody is there to be answered. */
    void late() {
        platform.kill(INTAKE);
        kills++;
        platform.restart(INTAKE);
    }

    private void postgres() {
        round.keepOpen(margin);
        postmaster().destroyForcibly();
        recover("postgres", () -> platform.restart(WORLD));
    }

    private ProcessHandle postmaster() {
        var mark = platform.settings().data().resolve("postgres").resolve("postmaster.pid");
        try (var lines = Files.lines(mark)) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recover(String killed, Runnable restart) {
        var at = Instant.now();
        kills++;
        restart.run();
        answered(ENOUGH);
        var took = Duration.between(at, Instant.now());
        // A window that closes while nobody can move it ends the drill, and a busy machine starts slowly. Two starts,
        // one after the other, as with Kafka, have twice the margin.
        int starts = killed.equals(KAFKA) ? 2 : 1;
        margin = Collections.max(List.of(margin, took.multipliedBy(3).dividedBy(2L * starts)));
        tell(killed, took);
        keepOpenUntil(answers() + size.requests() / (5L * size.rounds()));
    }

    private void tell(String killed, Duration took) {
        System.out.printf(
                "%5d s  %s killed; there again after %.1f s; %,d answered, %,d acknowledged, %s%n",
                Duration.between(began, Instant.now()).toSeconds(),
                killed,
                took.toMillis() / 1000.0,
                answers(),
                crowd.counted.acknowledged.sum(),
                crowd.counted.statuses());
    }

    private void answered(int more) {
        long before = crowd.counted.acknowledged.sum();
        await("people are answered")
                .atMost(RECOVERY)
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> crowd.counted.acknowledged.sum() >= before + more);
    }

    private void keepOpenUntil(long answers) {
        await("%,d requests are answered".formatted(answers))
                .atMost(Duration.ofHours(1))
                .until(() -> {
                    if (answers() < answers) {
                        round.keepOpen(margin.dividedBy(2));
                        return false;
                    }
                    return true;
                });
    }

    private long answers() {
        return crowd.counted.answered.sum();
    }

    int kills() {
        return kills;
    }
}
