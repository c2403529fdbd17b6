package org.prongsai.assessment.pool;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import reactor.core.publisher.Mono;

/** An immigration office in a round of its own, whose visitors answer over HTTP. */
public record Office(AssessmentWorld world, String round, String agency) {

    public Office(String round, String agency) {
        this(AssessmentWorld.get(), round, agency);
    }

    public static Office open(String name, Instant from, Instant to, boolean synthetic) {
        return open(AssessmentWorld.get(), name, from, to, synthetic);
    }

    public static Office open(AssessmentWorld world, String name, Instant from, Instant to, boolean synthetic) {
        world.agencies("immigration-bureau,,bureau", name + ",immigration-bureau,province");
        world.write(
                world.admin(),
                "PUT",
                "/api/v1/frameworks/ita-immigration-2567",
                "application/yaml",
                Given.frameworkYaml());
        var office = new Office(world, "round-" + name, name);
        var answer = world.postJson(world.admin(), "/api/v1/rounds", office.request(from, to, synthetic));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return office;
    }

    public static Office open(String name) {
        return open(name, Instant.now().minusSeconds(3600), Instant.now().plusSeconds(86_400), false);
    }

    private String request(Instant from, Instant to, boolean synthetic) {
        return EventJson.MAPPER.writeValueAsString(Map.of(
                "round",
                round,
                "title",
                Map.of("th", "รอบทดสอบ", "en", "Test round"),
                "framework",
                "ita-immigration-2567@1",
                "participants",
                Map.of("parent", "immigration-bureau", "types", List.of("province")),
                "k",
                5,
                "synthetic",
                synthetic,
                "calendar",
                List.of(
                        Map.of("step", "iit", "from", from.toString(), "to", to.toString()),
                        Map.of("step", "eit", "from", from.toString(), "to", to.toString()))));
    }

    /** Puts other dates in the place of the round's own, whatever the rules for changing them; for any transaction. */
    public Mono<Void> redate(List<StepWindow> windows, List<StepOverride> overrides) {
        var database = world.database("assessment").sql();
        return database.sql("update round set version = version + 1, state = state"
                        + " || jsonb_build_object('windows', :windows::jsonb, 'overrides', :overrides::jsonb)"
                        + " where round = :round")
                .bind("windows", EventJson.MAPPER.writeValueAsString(windows))
                .bind("overrides", EventJson.MAPPER.writeValueAsString(overrides))
                .bind("round", round)
                .then();
    }

    /** Lets its surveys have ended a second ago, and waits until the service knows. */
    public void over() {
        var end = Instant.now().minusSeconds(1);
        redate(
                        Stream.of("iit", "eit")
                                .map(step -> new StepWindow(step, end.minusSeconds(3600), end))
                                .toList(),
                        List.of())
                .block();
        AssessmentWorld.eventually("the end is known", () -> world.get("/api/v1/rounds/" + round + "/surveys/eit")
                .body()
                .contains("\"state\":\"over\""));
    }

    public Answer submit(int visitor, int option) {
        return submit(body(visitor, option));
    }

    public Answer submit(String body) {
        return world.send(
                "POST",
                "/api/v1/rounds/" + round + "/agencies/" + agency + "/responses",
                body,
                "Content-Type",
                "application/json");
    }

    public String body(int visitor, int option) {
        return EventJson.MAPPER.writeValueAsString(Map.of(
                "instrument", "eit",
                "part", "1",
                "language", "th",
                "ticket", Map.of("token", token(visitor)),
                "answers", Given.answers("eit", option)));
    }

    public String token(int visitor) {
        byte[] bytes = new byte[32];
        new Random(agency.hashCode() * 31L + visitor).nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public List<Integer> visit(int from, int to) {
        return IntStream.range(from, to)
                .map(v -> submit(v, v % 3).status())
                .boxed()
                .toList();
    }

    /** The releases told so far, once additions less withdrawals reach {@code counted}. */
    public List<ResponsesReleased> released(int counted) {
        return world
                .told(
                        Topic.RESPONSES,
                        agency,
                        records -> records.stream()
                                        .map(r -> release(r.value()))
                                        .mapToInt(e ->
                                                e.added().size() - e.withdrawn().size())
                                        .sum()
                                >= counted)
                .stream()
                .map(r -> release(r.value()))
                .toList();
    }

    private static ResponsesReleased release(String body) {
        try {
            return EventJson.read(ResponsesReleased.class, body);
        } catch (EventJson.Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    public long rows(String condition) {
        return world.one(
                "responses",
                Long.class,
                "select count(*) from response join pool using (pool) where agency = '" + agency + "' and "
                        + condition);
    }

    /** The unit's pool for the public survey. */
    public List<Pool> pools() {
        return Objects.requireNonNull(world.context()
                .getBean(ReleaseStore.class)
                .of(round, "eit", List.of(new Place(round, agency, "eit", "1")))
                .collectList()
                .block());
    }

    public boolean drained() {
        return world.one(
                "responses",
                Boolean.class,
                "select drained from pool where round = '" + round + "'" + " and agency = '" + agency
                        + "' and instrument = 'eit' and part = '1'");
    }
}
