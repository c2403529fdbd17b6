package org.prongsai.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.prongsai.blind.PublicJwk;
import org.prongsai.e2e.Stage;
import org.prongsai.e2e.Visitor;
import org.prongsai.e2e.Window;
import org.prongsai.e2e.drill.Numbered.Question;

/** The round of a drill: opened, kept open while it goes on, and asked what it counts. */
final class RoundClient {

    static final int K = 5;
    private static final String JSON = "application/json";

    private final Stage stage;
    private final String round;
    private final Window window;

    private RoundClient(Stage stage, String round, Window window) {
        this.stage = stage;
        this.round = round;
        this.window = window;
    }

    static RoundClient open(Stage stage, Duration open) {
        var window = Window.of(open);
        var opened = new RoundClient(stage, "drill-" + window.closes().getEpochSecond(), window);
        var reply = stage.visitor("demo-admin")
                .post("/api/v1/rounds", JSON, """
                {"round":"%s","title":{"th":"รอบทดสอบ","en":"Drill"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"immigration-bureau","types":["province"]},"k":%d,
                 "release":{"iit":"close","eit":"live"},%s}
                """.formatted(opened.round, K, window.calendar()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return opened;
    }

    String round() {
        return round;
    }

    Instant closes() {
        return window.closes();
    }

    /** Moves the end away, if it is nearer than that. */
    void keepOpen(Duration margin) {
        window.keepOpen(stage, round, margin);
    }

    List<String> units(int most) {
        var today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        return stage.visitor("demo-admin")
                .get("/api/v1/agencies?parent=immigration-bureau&type=province&on=%s&limit=%d".formatted(today, most))
                .json()
                .path("items")
                .valueStream()
                .map(unit -> unit.path("agency").asString())
                .toList();
    }

    Survey survey(String instrument) {
        var questions = stage.visitor("")
                .get("/api/v1/rounds/" + round + "/surveys/" + instrument)
                .json()
                .path("questions")
                .valueStream()
                .map(question -> new Question(
                        question.path("code").asString(),
                        question.path("options")
                                .valueStream()
                                .map(option -> option.path("code").asString())
                                .toList()))
                .toList();
        return Survey.of(instrument, new Numbered(questions));
    }

    /** Codes for so many people of the staff of a unit. */
    Invited invite(String unit, int staff) {
        var admin = stage.visitor("demo-admin");
        var registered =
                admin.put(path(unit) + "/population", JSON, "{\"internal\":%d,\"external\":100000}".formatted(staff));
        assertThat(registered.status()).as(registered.body()).isEqualTo(200);
        var drawn = admin.post(
                path(unit) + "/invitations",
                JSON,
                "{\"instrument\":\"iit\",\"count\":%d}".formatted(staff),
                "Accept",
                JSON);
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        var jwk = admin.get(path(unit) + "/ticket-keys/iit").json().path("jwk");
        var key = new PublicJwk("RSA", jwk.path("n").asString(), jwk.path("e").asString(), "PS384");
        return new Invited(
                unit,
                key,
                drawn.json()
                        .path("codes")
                        .valueStream()
                        .map(code -> code.asString())
                        .toList());
    }

    record Invited(String unit, PublicJwk key, List<String> codes) {}

    String path(String unit) {
        return "/api/v1/rounds/" + round + "/agencies/" + unit;
    }

    /** How many answers scoring counts; none while it has not heard of any. */
    int scored(Visitor auditor, Recount.Place place) {
        var score = auditor.get(path(place.agency()) + "/score");
        return score.status() != 200
                ? 0
                : score.json()
                        .path("instruments")
                        .valueStream()
                        .filter(i -> i.path("code").asString().equals(place.instrument()))
                        .mapToInt(i -> i.path("responses").asInt())
                        .sum();
    }
}
