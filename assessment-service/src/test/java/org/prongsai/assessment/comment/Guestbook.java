package org.prongsai.assessment.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState.StepWindow;

/** What visitors of an office write, and those who read it. */
public record Guestbook(Office office) {

    static Guestbook of(String name) {
        return new Guestbook(Office.open(name));
    }

    AssessmentWorld world() {
        return office.world();
    }

    String path() {
        return "/api/v1/rounds/" + office.round() + "/agencies/" + office.agency() + "/comments";
    }

    String assessor() {
        return world().token("assessor");
    }

    /** What it is stored under. */
    String written(String text) {
        var id = UUID.randomUUID().toString();
        var answer = write(id, text);
        if (answer.status() != 201) throw new IllegalStateException(answer.body());
        return id;
    }

    /** What it is stored under; its readers are shown it. */
    String listed(String text) {
        var id = written(text);
        rewrite();
        return id;
    }

    public Answer write(String id, String text) {
        return send(Map.of("instrument", "eit", "language", "en", "text", text, "id", id));
    }

    Answer send(Map<String, ?> body) {
        return post(EventJson.MAPPER.writeValueAsString(body));
    }

    Answer post(String body) {
        return world().send("POST", path(), body, "Content-Type", "application/json");
    }

    Answer list(String query) {
        return world().getAs(assessor(), path() + query);
    }

    /** Of one that nobody reviewed before. */
    Answer keep(String id, String theme, String essence) {
        return review(id, "\"1\"", Map.of("verdict", "kept", "theme", theme, "essence", essence));
    }

    Answer review(String id, String ifMatch, Map<String, ?> body) {
        var json = EventJson.MAPPER.writeValueAsString(body);
        var address = path() + "/" + id + "/review";
        return ifMatch.isEmpty()
                ? world().write(assessor(), "PUT", address, "application/json", json)
                : world().write(assessor(), "PUT", address, "application/json", json, "If-Match", ifMatch);
    }

    Answer themes(String token) {
        return world().getAs(token, path() + "/themes");
    }

    /** Its window was over so long ago. */
    void over(long seconds) {
        var end = Instant.now().minusSeconds(seconds);
        office.redate(List.of(new StepWindow("eit", end.minusSeconds(3600), end)), List.of())
                .block();
    }

    long rows(String condition) {
        return count("comment", condition);
    }

    /** Of what came in since the night. */
    long arrived(String condition) {
        return count("arrival", condition);
    }

    private long count(String table, String condition) {
        return world().one(
                        "assessment",
                        Long.class,
                        "select count(*) from %s where agency = '%s' and %s"
                                .formatted(table, office.agency(), condition));
    }

    /** The night. */
    public void rewrite() {
        world().context().getBean(CommentJob.class).rewrite();
    }
}
