package org.prongsai.assessment.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.pool.Office;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.Blinding;
import org.prongsai.blind.PublicJwk;
import org.prongsai.blind.Ticket;
import org.prongsai.blind.TicketClient;
import org.prongsai.contracts.EventJson;

/** The staff of an office and its coordinator, as they act over HTTP. */
public record Staff(Office office) {

    private static final TicketClient CLIENT = new TicketClient();

    /** An office of so many people in a round of its own that is open now. */
    public static Staff of(String name, int people) {
        return register(new Staff(Office.open(name)), people);
    }

    public static Staff of(String name, int people, Instant from, Instant to) {
        return register(new Staff(Office.open(name, from, to, false)), people);
    }

    private static Staff register(Staff staff, int people) {
        var answer = staff.population(staff.world().admin(), people, null);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return staff;
    }

    public AssessmentWorld world() {
        return office.world();
    }

    public String path() {
        return "/api/v1/rounds/" + office.round() + "/agencies/" + office.agency();
    }

    public String coordinator() {
        return world().token("coordinator", office.agency());
    }

    public Answer population(String token, int people, String reason) {
        var tag = world().getAs(token, path() + "/population").header("ETag");
        var body = "{\"internal\":%d,\"external\":500%s}"
                .formatted(people, reason == null ? "" : ",\"reason\":\"" + reason + "\"");
        return tag.isEmpty()
                ? world().write(token, "PUT", path() + "/population", "application/json", body)
                : world().write(token, "PUT", path() + "/population", "application/json", body, "If-Match", tag);
    }

    public Answer draw(String token, String json) {
        return world().write(
                        token, "POST", path() + "/invitations", "application/json", json, "Accept", "application/json");
    }

    /** So many codes, drawn by the coordinator. */
    public List<String> codes(int count) {
        var answer = draw(coordinator(), "{\"instrument\":\"iit\",\"count\":" + count + "}");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return answer.json()
                .path("codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    public Answer keyOf(String instrument) {
        return world().get(path() + "/ticket-keys/" + instrument);
    }

    public PublicJwk key() {
        return key("iit");
    }

    public PublicJwk key(String instrument) {
        var jwk = keyOf(instrument).json().path("jwk");
        return new PublicJwk(
                jwk.path("kty").asString(),
                jwk.path("n").asString(),
                jwk.path("e").asString(),
                jwk.path("alg").asString());
    }

    public Blinding blinding() {
        return blinding("iit");
    }

    public Blinding blinding(String instrument) {
        return CLIENT.begin(key(instrument).key());
    }

    public Answer redeem(String code, String blinded) {
        return post("/tickets", Map.of("invitation", code, "blinded", blinded));
    }

    /** The ticket that this code is exchanged for. */
    public Ticket ticket(String code) {
        return ticket("iit", code);
    }

    public Ticket ticket(String instrument, String code) {
        var blinding = blinding(instrument);
        var answer = redeem(code, blinding.blinded());
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return finish(blinding, answer);
    }

    public static Ticket finish(Blinding blinding, Answer answer) {
        var signature = answer.json().path("blindSignature").asString();
        return blinding.finish(Base64Url.decode(signature).orElseThrow()).orElseThrow();
    }

    /** Answers each question of the internal survey with the option at this place. */
    public Answer answer(Ticket ticket, int option) {
        return answer(ticket.token(), ticket.signature(), Given.answers("iit", option));
    }

    public Answer answer(String token, String signature, Map<String, String> answers) {
        return answer("iit", "1", token, signature, answers);
    }

    public Answer answer(String instrument, String part, String token, String signature, Map<String, String> answers) {
        return post(
                "/responses",
                Map.of(
                        "instrument", instrument,
                        "part", part,
                        "language", "th",
                        "ticket", Map.of("token", token, "signature", signature),
                        "answers", answers));
    }

    public Answer post(String below, Map<String, ?> body) {
        return world().send(
                        "POST",
                        path() + below,
                        EventJson.MAPPER.writeValueAsString(body),
                        "Content-Type",
                        "application/json");
    }
}
