package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.Blinding;
import org.prongsai.blind.InvitationCode;
import org.prongsai.blind.PublicJwk;
import org.prongsai.blind.Ticket;
import org.prongsai.blind.TicketClient;

/** Staff answer on a bad network: replies are lost, things are sent again, one changes their mind; each counts once. */
class StaffJourneyIT {

    private static final String UNIT = "imm-chiangmai";
    private static final int STAFF = 8;
    /** For one of them to answer. */
    private static final Duration MARGIN = Duration.ofSeconds(8);

    private final Stage stage = Stage.get();
    private final Visitor anyone = stage.visitor("");
    private final String round = "staff-" + Instant.now().getEpochSecond();
    private final String path = "/api/v1/rounds/" + round + "/agencies/" + UNIT;

    @Test
    void staff_answer_with_a_ticket_and_count_once_when_the_window_closes() {
        var window = Window.of(MARGIN);
        open(window);
        window.keepOpen(stage, round, MARGIN);
        var codes = draw();
        var key = key();
        String last = "";
        for (String code : codes) {
            window.keepOpen(stage, round, MARGIN);
            var ticket = ticket(code, key);
            last = answer(ticket, 0);
            assertThat(answer(ticket, 0)).isEqualTo(last);
        }
        window.keepOpen(stage, round, MARGIN);
        var mind = ticketsOf(codes.getFirst(), key);
        assertThat(mind.status()).isEqualTo(409);
        assertThat(anyone.get("/api/v1/receipts/" + last).json().path("counted").asBoolean())
                .isTrue();
        await().untilAsserted(() -> assertThat(responses()).isZero());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(responses()).isEqualTo(STAFF));
    }

    private void open(Window window) {
        var admin = stage.visitor("demo-admin");
        var opened = admin.post("/api/v1/rounds", "application/json", """
                {"round":"%1$s","title":{"th":"รอบทดสอบ","en":"Drill"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"immigration-bureau","types":["province"]},"k":5,%2$s}
                """.formatted(round, window.calendar()));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var registered = stage.visitor("demo-coordinator")
                .put(path + "/population", "application/json", "{\"internal\":" + STAFF + ",\"external\":100}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(200);
    }

    private List<String> draw() {
        var drawn = stage.visitor("demo-coordinator")
                .post(
                        path + "/invitations",
                        "application/json",
                        "{\"instrument\":\"iit\",\"count\":" + STAFF + "}",
                        "Accept",
                        "application/json");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(drawn.json().path("keySha256").asString()).isEqualTo(key().thumbprint());
        return drawn.json()
                .path("codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    private PublicJwk key() {
        var jwk = anyone.get(path + "/ticket-keys/iit").json().path("jwk");
        return new PublicJwk("RSA", jwk.path("n").asString(), jwk.path("e").asString(), "PS384");
    }

    /** The first reply is lost on the way; the same is asked for again. */
    private Ticket ticket(String code, PublicJwk key) {
        assertThat(InvitationCode.parse(code)).isInstanceOf(InvitationCode.class);
        Blinding blinding = new TicketClient().begin(key.key());
        var lost = redeem(code, blinding.blinded());
        var again = redeem(code, blinding.blinded());
        assertThat(again.body()).isEqualTo(lost.body());
        var signature = Base64Url.decode(again.json().path("blindSignature").asString());
        return blinding.finish(signature.orElseThrow()).orElseThrow();
    }

    private Visitor.Reply ticketsOf(String code, PublicJwk key) {
        return redeem(code, new TicketClient().begin(key.key()).blinded());
    }

    private Visitor.Reply redeem(String code, String blinded) {
        return anyone.post(
                path + "/tickets",
                "application/json",
                Visitor.JSON.writeValueAsString(Map.of("invitation", code, "blinded", blinded)));
    }

    private String answer(Ticket ticket, int option) {
        var answers = new LinkedHashMap<String, String>();
        anyone.get("/api/v1/rounds/" + round + "/surveys/iit")
                .json()
                .path("questions")
                .forEach(question -> answers.put(
                        question.path("code").asString(),
                        question.path("options").get(option).path("code").asString()));
        var reply = anyone.post(
                path + "/responses",
                "application/json",
                Visitor.JSON.writeValueAsString(Map.of(
                        "instrument", "iit",
                        "part", "1",
                        "language", "th",
                        "ticket", Map.of("token", ticket.token(), "signature", ticket.signature()),
                        "answers", answers)));
        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
        return reply.json().path("receipt").asString();
    }

    private int responses() {
        var score = stage.visitor("demo-auditor").get(path + "/score");
        assertThat(score.status()).as(score.body()).isEqualTo(200);
        return score.json()
                .path("instruments")
                .valueStream()
                .filter(i -> i.path("code").asString().equals("iit"))
                .mapToInt(i -> i.path("responses").asInt())
                .findFirst()
                .orElse(0);
    }
}
