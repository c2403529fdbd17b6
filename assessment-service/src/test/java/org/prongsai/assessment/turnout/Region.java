package org.prongsai.assessment.turnout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.pool.Office;
import org.prongsai.methodology.calendar.Dates;

/** A bureau with units below it, in a round of their own; mornings come when a test wants them. */
record Region(AssessmentWorld world, String name) {

    /** @param units {@code agency,parent,type} each; the bureau itself is there */
    static Region open(String name, String... units) {
        var region = new Region(AssessmentWorld.get(), name);
        var world = region.world;
        world.agencies(name + ",,bureau");
        world.agencies(units);
        world.write(
                world.admin(),
                "PUT",
                "/api/v1/frameworks/ita-immigration-2567",
                "application/yaml",
                Given.frameworkYaml());
        var opened = world.postJson(world.admin(), "/api/v1/rounds", """
                {"round":"%1$s","title":{"th":"รอบทดสอบ","en":"Test round"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"%1$s","types":["province","checkpoint"]},"k":5,"synthetic":false,
                 "calendar":[{"step":"iit","from":"2026-01-01","to":"2099-06-30"},
                             {"step":"eit","from":"2026-01-01","to":"2099-06-30"}]}""".formatted(name));
        if (opened.status() != 201) throw new IllegalStateException(opened.body());
        return region;
    }

    Office office(String agency) {
        return new Office(world, name, agency);
    }

    String path() {
        return "/api/v1/rounds/" + name;
    }

    Answer turnout(String token, String agency) {
        return world.getAs(token, path() + "/agencies/" + agency + "/turnout");
    }

    Answer list(String token, String query) {
        return world.getAs(token, path() + "/turnouts" + query);
    }

    void register(String agency, int internal, int external) {
        register(agency, "{\"internal\":%d,\"external\":%d}".formatted(internal, external));
    }

    void register(String agency, String population) {
        ok(world.write(
                world.admin(), "PUT", path() + "/agencies/" + agency + "/population", "application/json", population));
    }

    void pool(String agency, String instrument) {
        execute("responses", """
                insert into pool (round, agency, instrument, part, framework, k, release)
                values ('%s', '%s', '%s', '1', 'ita-immigration-2567@1', 5, 'close') on conflict do nothing
                """.formatted(name, agency, instrument));
    }

    /** Answers of the tokens from … to, all counted already or all waiting. */
    void answers(String agency, String instrument, int from, int to, boolean waiting) {
        pool(agency, instrument);
        execute("responses", """
                insert into response (pool, answers, token_hash, waiting)
                select pool, '{}', decode(md5('turnout' || n), 'hex'), %s from pool, generate_series(%d, %d) n
                where round = '%s' and agency = '%s' and instrument = '%s' and part = '1'
                """.formatted(waiting, from, to, name, agency, instrument));
    }

    void execute(String database, String statement) {
        world.database(database).sql().sql(statement).then().block();
    }

    /** What the service itself is not allowed to do. */
    void asOwner(String database, String statement) {
        try (var owner = world.owner(database);
                var sql = owner.createStatement()) {
            sql.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(statement, refused);
        }
    }

    TurnoutStore store() {
        return world.context().getBean(TurnoutStore.class);
    }

    /** A day of which nobody has counted the turnout yet, later than all of which somebody has. */
    LocalDate newDay() {
        return world.one(
                "responses", LocalDate.class, "select greatest(max(day), date '2100-01-01') + 1 from turnout_day");
    }

    /** The next morning at six, as far as turnout is concerned. */
    LocalDate morning() {
        var day = newDay();
        count(at(day, LocalTime.of(6, 0)));
        return day;
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Dates.BANGKOK).toInstant();
    }

    void count(Instant now) {
        new TurnoutJob(store(), List.of(), Clock.fixed(now, Dates.BANGKOK), new SimpleMeterRegistry()).count();
    }

    static Answer ok(Answer answer) {
        if (answer.status() != 200) throw new IllegalStateException(answer.body());
        return answer;
    }

    static List<String> slugs(Answer answer) {
        return ok(answer)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("agency").asString())
                .toList();
    }
}
