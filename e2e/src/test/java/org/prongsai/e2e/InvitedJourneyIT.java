package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.PublicJwk;
import org.prongsai.blind.TicketClient;

/** People come to their code by mail, or an assessor brings it to the counter; both then answer like anybody else. */
class InvitedJourneyIT {

    private static final String UNIT = "imm-chiangmai";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    private final Stage stage = Stage.get();
    private final Visitor anyone = stage.visitor("");
    private final Visitor coordinator = stage.visitor("demo-coordinator");
    private final Visitor assessor = stage.visitor("demo-assessor-1");
    private final String round = "invited-" + System.nanoTime();
    private final String path = "/api/v1/rounds/" + round + "/agencies/" + UNIT;

    @BeforeEach
    void open() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var opened = stage.visitor("demo-admin").post("/api/v1/rounds", "application/json", """
                {"round":"%1$s","title":{"th":"รอบทดสอบ","en":"Drill"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"immigration-bureau","types":["province"]},"k":5,
                 "calendar":[{"step":"iit","from":"%2$s","to":"%3$s"},{"step":"eit","from":"%2$s","to":"%3$s"}]}
                """.formatted(
                        round, now.minusSeconds(60), now.plus(Duration.ofDays(30))));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var registered = coordinator.put(path + "/population", "application/json", "{\"internal\":8,\"external\":100}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(200);
    }

    @Test
    void a_code_comes_by_mail_and_becomes_an_answer() {
        var to = round + "@immigration.example.org";
        var drawn = coordinator.post(
                path + "/invitations",
                "application/json",
                "{\"instrument\":\"iit\",\"channel\":\"message\",\"language\":\"en\",\"people\":[\"" + to + "\"]}",
                "Accept",
                "application/json");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(drawn.body()).doesNotContainPattern(CODE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letter(to)).containsPattern(CODE));
        assertThat(letter(to)).contains(drawn.json().path("keySha256").asString());
        var code = CODE.matcher(letter(to));
        assertThat(code.find()).isTrue();
        assertThat(answer("iit", "1", code.group()).status()).isEqualTo(201);
    }

    @Test
    void an_assessor_asks_a_visitor_and_enters_what_is_said() {
        var day = Instant.now().atZone(ZoneId.of("Asia/Bangkok")).toLocalDate().plusDays(1);
        var drawn = assessor.post(
                path + "/visits",
                "application/json",
                "{\"day\":\"%s\",\"from\":\"08:30\",\"to\":\"16:30\",\"served\":60,\"sample\":3}".formatted(day),
                "Accept",
                "application/json");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(drawn.header("Cache-Control")).contains("no-store");
        var code = drawn.json().at("/visits/1/code").asString();
        var answered = answer("eit", drawn.json().path("part").asString(), code);
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    @Test
    void an_assessor_is_given_numbers_to_call_from_the_list_that_the_unit_hands_in() {
        var handedIn =
                coordinator.put(path + "/contacts", "text/csv", "phone,language\n081 234 5678,th\n+442079460958,en\n");
        assertThat(handedIn.body()).isEqualTo("{\"in\":2,\"handedOut\":0}");
        assertThat(coordinator.get(path + "/contacts/sample?size=1").status()).isEqualTo(403);
        var sample = assessor.get(path + "/contacts/sample?size=2");
        assertThat(sample.body()).contains("+66812345678", "+442079460958", "\"left\":0");
        assertThat(assessor.send("DELETE", path + "/contacts", "", "").status()).isEqualTo(204);
    }

    private String letter(String to) {
        var mails = Visitor.reply(HttpRequest.newBuilder(URI.create(stage.platform.mailbox() + "?to=" + to))
                .build());
        return mails.json().at("/0/text").asString();
    }

    private Visitor.Reply answer(String instrument, String part, String code) {
        var jwk = anyone.get(path + "/ticket-keys/" + instrument).json().path("jwk");
        var key = new PublicJwk("RSA", jwk.path("n").asString(), jwk.path("e").asString(), "PS384");
        var blinding = new TicketClient().begin(key.key());
        var signed = anyone.post(
                path + "/tickets",
                "application/json",
                Visitor.JSON.writeValueAsString(Map.of("invitation", code, "blinded", blinding.blinded())));
        var signature = Base64Url.decode(signed.json().path("blindSignature").asString());
        var ticket = blinding.finish(signature.orElseThrow()).orElseThrow();
        return anyone.post(
                path + "/responses",
                "application/json",
                Visitor.JSON.writeValueAsString(Map.of(
                        "instrument",
                        instrument,
                        "part",
                        part,
                        "ticket",
                        Map.of("token", ticket.token(), "signature", ticket.signature()),
                        "answers",
                        firstOptions(instrument))));
    }

    private Map<String, String> firstOptions(String instrument) {
        var answers = new LinkedHashMap<String, String>();
        anyone.get("/api/v1/rounds/" + round + "/surveys/" + instrument)
                .json()
                .path("questions")
                .forEach(question -> answers.put(
                        question.path("code").asString(),
                        question.at("/options/0/code").asString()));
        return answers;
    }
}
