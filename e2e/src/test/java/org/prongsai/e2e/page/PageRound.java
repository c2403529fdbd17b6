package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prongsai.e2e.Stage;
import org.prongsai.e2e.Visitor;

/** A round of its own in which offices are asked, open for as long as a test says. */
final class PageRound {

    static final String UNIT = "imm-chiangmai";

    final String name;
    private final Stage stage;
    private final Map<String, Integer> before = new HashMap<>();

    private PageRound(Stage stage, String name) {
        this.stage = stage;
        this.name = name;
    }

    static PageRound open(Stage stage, String prefix) {
        return open(stage, prefix, Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(30)));
    }

    static PageRound open(Stage stage, String prefix, Instant from, Instant to) {
        var round = new PageRound(stage, prefix + "-" + System.nanoTime());
        var opened = stage.visitor("demo-admin").post("/api/v1/rounds", "application/json", """
                {"round":"%1$s","title":{"th":"รอบทดสอบ %1$s","en":"Test %1$s"},"framework":"ita-immigration-2570@1",
                 "participants":{"parent":"immigration-bureau","types":["province","checkpoint"]},"k":5,
                 "calendar":[{"step":"iit","from":"%2$s","to":"%3$s"},{"step":"eit","from":"%2$s","to":"%3$s"}]}
                """.formatted(
                        round.name, from.truncatedTo(ChronoUnit.SECONDS), to.truncatedTo(ChronoUnit.SECONDS)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        // What everybody is told of an office is kept for a moment.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stage.visitor("").get(round.path("eit")).status() == 200);
        return round;
    }

    /** What is drawn for the staff of the unit. */
    record Slips(String keySha256, List<String> codes) {}

    Slips draw(int count) {
        var coordinator = stage.visitor("demo-coordinator");
        var registered =
                coordinator.put(api() + "/population", "application/json", "{\"internal\":200,\"external\":600}");
        assertThat(registered.status()).as(registered.body()).isIn(200, 409, 412, 422, 428);
        var drawn = coordinator.post(
                api() + "/invitations",
                "application/json",
                "{\"instrument\":\"iit\",\"count\":" + count + "}",
                "Accept",
                "application/json");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        var codes = drawn.json().path("codes");
        return new Slips(
                drawn.json().path("keySha256").asString(),
                IntStream.range(0, count)
                        .mapToObj(i -> codes.path(i).asString())
                        .toList());
    }

    /** Where the API has the unit in this round. */
    String api() {
        return "/api/v1/rounds/" + name + "/agencies/" + UNIT;
    }

    /** Where the pages have it. */
    String path(String survey) {
        return "/a/" + UNIT + "/" + name + "/" + survey;
    }

    /** Where a coordinator works on it. */
    String desk() {
        return "/desk/" + name + "/" + UNIT;
    }

    /** From here on answers are counted anew. */
    PageRound begin() {
        for (var instrument : new String[] {"iit", "eit"}) before.put(instrument, all(instrument));
        return this;
    }

    /** How many answers of an instrument came in since then, each token once. */
    int answers(String instrument) {
        return all(instrument) - before.getOrDefault(instrument, 0);
    }

    private int all(String instrument) {
        return stage.visitor("demo-admin")
                .get(api() + "/turnout")
                .json()
                .path("instruments")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(instrument))
                .mapToInt(each -> each.path("responses").asInt())
                .sum();
    }

    Visitor.Reply receipt(String receipt) {
        return stage.visitor("").get("/api/v1/receipts/" + receipt);
    }
}
