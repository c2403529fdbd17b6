package org.prongsai.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prongsai.e2e.Stage;
import org.prongsai.e2e.Visitor;
import org.prongsai.e2e.Window;

/** A round of its own in which offices are asked, open for as long as a test says. */
final class PageRound {

    static final String UNIT = "imm-chiangmai";

    final String name;
    private final Stage stage;
    private final String unit;
    private final Window window;
    private final Map<String, Integer> before = new HashMap<>();
    private boolean shown;

    private PageRound(Stage stage, String name, String unit, Window window) {
        this.stage = stage;
        this.name = name;
        this.unit = unit;
        this.window = window;
    }

    static PageRound open(Stage stage, String prefix) {
        return open(stage, prefix, Window.of(Duration.ofDays(30)));
    }

    static PageRound open(Stage stage, String prefix, Window window) {
        return open(stage, prefix, window, "");
    }

    /** One that will be open tomorrow. */
    static PageRound ahead(Stage stage, String prefix) {
        return open(stage, prefix, days(1, 2));
    }

    /** One that was open until yesterday. */
    static PageRound over(Stage stage, String prefix) {
        return open(stage, prefix, days(-2, -1));
    }

    private static Window days(int from, int to) {
        var now = Instant.now();
        return new Window(now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(to)));
    }

    /** One in which a unit is assessed together with another. */
    static PageRound joint(Stage stage, String prefix, String lead, String member) {
        return open(
                stage,
                prefix,
                Window.of(Duration.ofDays(30)),
                "\"joint\":[{\"agency\":\"%s\",\"with\":[\"%s\"],\"reason\":\"few people\"}],".formatted(lead, member));
    }

    private static PageRound open(Stage stage, String prefix, Window window, String more) {
        var round = new PageRound(stage, prefix + "-" + System.nanoTime(), UNIT, window);
        var opened = stage.visitor("demo-admin")
                .post("/api/v1/rounds", "application/json", """
                {"round":"%1$s","title":{"th":"รอบทดสอบ %1$s","en":"Test %1$s"},"framework":"ita-immigration-2570@1",%3$s
                 "participants":{"parent":"immigration-bureau","types":["province","checkpoint"]},"k":5,
                 %2$s}
                """.formatted(round.name, window.calendar(), more));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return round;
    }

    /** However slow this is, the surveys stay open for so long from now on. */
    void keepOpen(Duration margin) {
        window.keepOpen(stage, name, margin);
    }

    /** The same round at another unit, whose invitations the authority draws. */
    PageRound at(String other) {
        return new PageRound(stage, name, other, window);
    }

    private Visitor drawer() {
        return stage.visitor(unit.equals(UNIT) ? "demo-coordinator" : "demo-admin");
    }

    /** What is drawn for the staff of the unit. */
    record Slips(String keySha256, List<String> codes) {}

    Slips draw(int count) {
        var drawer = drawer();
        var registered = drawer.put(api() + "/population", "application/json", "{\"internal\":200,\"external\":600}");
        assertThat(registered.status()).as(registered.body()).isIn(200, 409, 412, 422, 428);
        var drawn = drawer.post(
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

    /** No code of the latest draw that was not used yet works any more. */
    void withdraw() {
        var authority = stage.visitor("demo-admin");
        int draw = authority
                .get(api() + "/draws")
                .json()
                .path("draws")
                .valueStream()
                .mapToInt(each -> each.path("draw").asInt())
                .max()
                .orElseThrow();
        var withdrawn = authority.post(
                api() + "/draws/" + draw + "/void", "application/json", "{\"reason\":\"lost on the way\"}");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
    }

    /** These answer after signing in, and need no code. */
    void invite(String... people) {
        draw(1);
        var named = drawer().post(
                        api() + "/invitations",
                        "application/json",
                        Visitor.JSON.writeValueAsString(
                                Map.of("instrument", "iit", "channel", "sign-in", "people", List.of(people))));
        assertThat(named.status()).as(named.body()).isEqualTo(201);
    }

    /** Where the API has the unit in this round. */
    String api() {
        return "/api/v1/rounds/" + name + "/agencies/" + unit;
    }

    /** Where the pages have it, which they do by then: what everybody is told of an office is kept for a moment. */
    String path(String survey) {
        if (!shown) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> stage.visitor("").get(address("eit")).status() < 400);
            shown = true;
        }
        return address(survey);
    }

    private String address(String survey) {
        return "/a/" + unit + "/" + name + "/" + survey;
    }

    /** Where a coordinator works on it. */
    String desk() {
        return "/desk/" + name + "/" + unit;
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
