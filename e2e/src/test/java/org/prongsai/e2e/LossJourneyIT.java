package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People answer while Kafka, the intake and the scoring are taken away: every receipt is in the score, once. */
class LossJourneyIT {

    private final Stage stage = Stage.get();

    @Test
    void every_answer_with_a_receipt_is_counted_once_whatever_is_lost_meanwhile() {
        lose(Duration.ofSeconds(80), Duration.ZERO);
    }

    @Test
    @Tag("slow")
    void nor_is_one_lost_while_kafka_is_away_for_a_minute() {
        lose(Duration.ofSeconds(160), Duration.ofMinutes(1));
    }

    private void lose(Duration open, Duration outage) {
        String round = "loss-" + Instant.now().getEpochSecond();
        Instant closes = Instant.now().plus(open).truncatedTo(ChronoUnit.SECONDS);
        open(round, closes);
        var receipts = new AtomicInteger();
        var going = new AtomicBoolean(true);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                people.submit(() -> answerUntilClosed(round, going, receipts));
            }
            await().until(() -> receipts.get() > 50);
            drill("kafka/stop");
            Instant back = Instant.now().plus(outage);
            int before = receipts.get();
            await().atMost(outage.plusSeconds(20))
                    .until(() -> receipts.get() > before + 50 && !Instant.now().isBefore(back));
            stage.platform.kill("assessment-service");
            stage.platform.restart("assessment-service");
            drill("kafka/start");
            stage.platform.kill("scoring-service");
            stage.platform.restart("scoring-service");
            stage.platform.kill("assessment-service");
            stage.platform.restart("assessment-service");
            await().atMost(Duration.ofMinutes(2)).until(() -> !Instant.now().isBefore(closes));
            going.set(false);
        }
        assertThat(receipts.get()).isGreaterThan(150);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(counted(round)).isEqualTo(receipts.get()));
    }

    private void open(String round, Instant closes) {
        String from =
                Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
        var reply = stage.visitor("demo-admin")
                .post("/api/v1/rounds", "application/json", """
                {"round":"%1$s","title":{"th":"รอบทดสอบ","en":"Drill"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"immigration-bureau","types":["province"]},"k":5,
                 "calendar":[{"step":"iit","from":"%2$s","to":"%3$s"},{"step":"eit","from":"%2$s","to":"%3$s"}]}
                """.formatted(round, from, closes));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    /** As a browser would: what got no answer is sent again, with the same token. */
    private void answerUntilClosed(String round, AtomicBoolean going, AtomicInteger receipts) {
        var respondents = new Respondents(stage.visitor(""), round, "imm-chiangmai");
        String body = respondents.body(receipts.get() % 4);
        while (going.get()) {
            var reply = respondents.submit(body);
            if (reply.status() == 201 || reply.status() == 200) {
                receipts.incrementAndGet();
                body = respondents.body(receipts.get() % 4);
                pause(Duration.ofMillis(40));
            } else if (reply.status() == 422) {
                return;
            } else {
                pause(Duration.ofMillis(300));
            }
        }
    }

    private int counted(String round) {
        return stage.visitor("demo-auditor")
                .get("/api/v1/rounds/" + round + "/agencies/imm-chiangmai/score")
                .json()
                .path("instruments")
                .valueStream()
                .filter(i -> i.path("code").asString().equals("eit"))
                .mapToInt(i -> i.path("responses").asInt())
                .findFirst()
                .orElse(0);
    }

    private void drill(String action) {
        var reply = Visitor.reply(HttpRequest.newBuilder(URI.create(stage.platform.drill() + "/" + action))
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(reply.status()).isEqualTo(204);
    }

    private static void pause(Duration pause) {
        java.util.concurrent.locks.LockSupport.parkNanos(pause.toNanos());
    }
}
