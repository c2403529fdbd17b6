package org.prongsai.bench.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.prongsai.bench.stage.StageServer;
import org.prongsai.methodology.form.Form;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import org.prongsai.seeds.http.GatewayClient;
import tools.jackson.databind.JsonNode;

/** Opens rounds to be answered, and asks how many answers their scores count. */
final class RoundClient implements AutoCloseable {

    private static final String FRAMEWORK = "ita-immigration-2570";
    static final String SURVEY = "eit";
    static final String STAFF = "iit";
    private static final int STAFF_OF_A_UNIT = 1_000_000;
    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    /** The round whose answers wait for its end, so that nothing goes on after an answer was stored. */
    static final String WAITING = "bench-waiting";

    /** The round whose answers leave their pools while others come. */
    static final String LEAVING = "bench-leaving";

    /** The round whose staff are given tickets by the platform. */
    static final String ISSUING = "bench-issuing";

    private final GatewayClient gateway;

    private RoundClient(String gateway, String issuer) {
        this.gateway = new GatewayClient(Door.local(gateway, issuer), Backoff.usual(), waiting -> {});
    }

    static RoundClient openRounds(StageServer stage) {
        var rounds = new RoundClient(stage.gateway(), stage.issuer());
        rounds.open(WAITING, "close");
        rounds.open(LEAVING, "live");
        rounds.open(ISSUING, "close");
        return rounds;
    }

    /** What the rounds ask in this survey. */
    static Form form(String survey) {
        return Form.of(new FrameworkReader(SeedReader.packaged())
                .read(FRAMEWORK)
                .instrument(survey)
                .orElseThrow());
    }

    List<String> units(int count) {
        var list = gateway.get(
                "/agencies?parent=immigration-bureau&type=province&on=%s&limit=%d".formatted(today(), count));
        return list.orRefuse()
                .json()
                .path("items")
                .valueStream()
                .map(unit -> unit.path("agency").asString())
                .toList();
    }

    /** @param release {@code live} or {@code close} */
    private void open(String round, String release) {
        gateway.post("/rounds", "application/json", """
                {"round":"%1$s","title":{"th":"%1$s","en":"%1$s"},"framework":"%2$s@1",
                 "participants":{"parent":"immigration-bureau","types":["province"]},"k":5,
                 "release":{"iit":"close","eit":"%3$s"},
                 "calendar":[{"step":"iit","from":"%4$s","to":"%5$s"},{"step":"eit","from":"%4$s","to":"%5$s"}]}
                """.formatted(
                                round, FRAMEWORK, release, today().minusDays(1), today().plusDays(30)))
                .orRefuse();
    }

    /** So many staff that codes never run out. */
    void register(String round, String unit) {
        gateway.put(
                        "/rounds/%s/agencies/%s/population".formatted(round, unit),
                        "application/json",
                        "{\"internal\":%d,\"external\":100}".formatted(STAFF_OF_A_UNIT),
                        null)
                .orRefuse();
    }

    /** Codes of invitations for staff. */
    List<String> draw(String round, String unit, int count) {
        var drawn = gateway.post(
                "/rounds/%s/agencies/%s/invitations".formatted(round, unit),
                "application/json",
                "{\"instrument\":\"%s\",\"count\":%d}".formatted(STAFF, count));
        return drawn.orRefuse()
                .json()
                .path("codes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    long counted(String round, List<String> units) {
        return units.stream().mapToLong(unit -> counted(round, unit)).sum();
    }

    /** None while scoring has not heard of the unit's first answers. */
    private long counted(String round, String unit) {
        var score = gateway.get("/rounds/%s/agencies/%s/score".formatted(round, unit));
        return score.ok()
                ? score.json()
                        .path("instruments")
                        .valueStream()
                        .filter(survey -> survey.path("code").asString().equals(SURVEY))
                        .mapToLong(RoundClient::responses)
                        .sum()
                : 0;
    }

    private static long responses(JsonNode survey) {
        return survey.path("responses").asLong(0);
    }

    private static LocalDate today() {
        return LocalDate.now(THAILAND);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
