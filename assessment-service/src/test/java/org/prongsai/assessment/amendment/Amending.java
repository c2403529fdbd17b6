package org.prongsai.assessment.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.EventJson;

/** A round of its own on a framework of its own, with a province and two checkpoints below it. */
record Amending(AssessmentWorld world, String name) {

    static final String WORD = "How far do officers";

    /** @param more what the round is beside framework, participants and open windows: {@code "rehearsal":true, …} */
    static Amending open(String name, String more) {
        var world = AssessmentWorld.get();
        var round = new Amending(world, name);
        world.agencies(
                "immigration-bureau,,bureau",
                round.lead() + ",immigration-bureau,province",
                round.member() + "," + round.lead() + ",checkpoint",
                round.other() + "," + round.lead() + ",checkpoint",
                round.stranger() + ",immigration-bureau,division");
        round.publish("", "");
        var opened = world.postJson(world.admin(), "/api/v1/rounds", round.request(more));
        if (opened.status() != 201) throw new IllegalStateException(opened.body());
        return round;
    }

    static Amending open(String name) {
        return open(name, "\"synthetic\":false");
    }

    String lead() {
        return name + "-nan";
    }

    String member() {
        return name + "-huaikon";
    }

    String other() {
        return name + "-thungchang";
    }

    String stranger() {
        return name + "-training";
    }

    String path() {
        return "/api/v1/rounds/" + name;
    }

    String request(String more) {
        return """
                {"round":"%s","title":{"th":"รอบทดสอบ","en":"Test round"},"framework":"%s@1",
                 "participants":{"parent":"immigration-bureau","types":["province","checkpoint"]},"k":5,%s,
                 "calendar":[{"step":"iit","from":"2026-01-01","to":"2099-06-30"},
                             {"step":"eit","from":"2026-01-01","to":"2099-06-30"}]}""".formatted(name, name, more);
    }

    /** The next version of the framework, with other letters in the place of some. */
    String publish(String from, String to) {
        var yaml = Given.frameworkYaml(name);
        var answer = world.write(
                world.admin(),
                "PUT",
                "/api/v1/frameworks/" + name,
                "application/yaml",
                from.isEmpty() ? yaml : yaml.replace(from, to));
        return answer.json().path("ref").asString();
    }

    Answer read() {
        return world.get(path());
    }

    String framework() {
        return read().json().path("framework").asString();
    }

    Answer move(String ref) {
        return put("/framework", "{\"framework\":\"%s\",\"reason\":\"a word was missing\"}".formatted(ref));
    }

    Answer join(String json) {
        return put("/joint", "{\"joint\":" + json + "}");
    }

    String together(String lead, String... with) {
        return "{\"agency\":\"%s\",\"with\":[\"%s\"],\"reason\":\"four people\"}"
                .formatted(lead, String.join("\",\"", with));
    }

    /** With the version that holds now. */
    Answer put(String where, String body) {
        return world.write(
                world.admin(), "PUT", path() + where, "application/json", body, "If-Match", read().header("ETag"));
    }

    Answer register(String agency, String body) {
        return world.write(
                world.admin(), "PUT", path() + "/agencies/" + agency + "/population", "application/json", body);
    }

    Answer submit(String agency, int visitor, Map<String, String> answers) {
        return send(agency, visitor, Map.of("answers", answers));
    }

    /** @param framework under which the form was shown */
    Answer submit(String agency, int visitor, Map<String, String> answers, String framework) {
        return send(agency, visitor, Map.of("answers", answers, "framework", framework));
    }

    private Answer send(String agency, int visitor, Map<String, Object> said) {
        byte[] token = new byte[32];
        new Random(31L * (name + agency).hashCode() + visitor).nextBytes(token);
        var whole = new HashMap<>(said);
        whole.put("instrument", "eit");
        whole.put(
                "ticket",
                Map.of("token", Base64.getUrlEncoder().withoutPadding().encodeToString(token)));
        var body = EventJson.MAPPER.writeValueAsString(whole);
        return world.send(
                "POST", path() + "/agencies/" + agency + "/responses", body, "Content-Type", "application/json");
    }

    Answer submit(String agency, int visitor) {
        return submit(agency, visitor, Given.answers("eit"));
    }

    long pools(String condition) {
        return world.one(
                "responses", Long.class, "select count(*) from pool where round = '" + name + "' and " + condition);
    }

    long answers() {
        return world.one(
                "responses",
                Long.class,
                "select count(*) from response join pool using (pool) where round = '" + name + "'");
    }

    /** Nobody, a coordinator, an admin who saw no version or another one, and a round that is not there: each is refused. */
    void isAskedForByWhoSawIt(String rest, String body) {
        var type = "application/json";
        assertThat(world.send("PUT", path() + rest, body, "Content-Type", type).status())
                .isEqualTo(401);
        var coordinator = world.token("coordinator", lead());
        assertThat(world.write(coordinator, "PUT", path() + rest, type, body).status())
                .isEqualTo(403);
        assertThat(world.write(world.admin(), "PUT", path() + rest, type, body).status())
                .isEqualTo(428);
        assertThat(world.write(world.admin(), "PUT", path() + rest, type, body, "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        var nowhere = "/api/v1/rounds/nowhere" + rest;
        assertThat(world.write(world.admin(), "PUT", nowhere, type, body, "If-Match", "*")
                        .status())
                .isEqualTo(404);
    }
}
