package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.blind.InvitationCode;
import org.slf4j.LoggerFactory;

/** Who brings a code to another unit than its own is told where it belongs, and nothing else happens to it. */
class ElsewhereIT {

    private static final String RIGHT = "{\"pointer\":\"/invitation\",\"reason\":\"%s\","
            + "\"expected\":{\"round\":\"round-%s\",\"agency\":\"%s\",\"instrument\":\"iit\"}}";

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void a_code_of_another_unit_or_round_is_said_to_be_one() {
        var here = Staff.of("imm-way-here", 5);
        var there = Staff.of("imm-way-there", 5);
        var thereToo = in(here.office().round(), there.office().agency());
        here.codes(1);
        var sameRound = bring(here, thereToo.codes(1).getFirst());
        assertThat(sameRound.status()).isEqualTo(422);
        assertThat(sameRound.problem()).isEqualTo("invitation-unknown");
        assertThat(fault(sameRound)).isEqualTo(RIGHT.formatted("other-agency", "imm-way-here", "imm-way-there"));
        var code = there.codes(1).getFirst();
        assertThat(fault(bring(thereToo, code)))
                .isEqualTo(RIGHT.formatted("other-round", "imm-way-there", "imm-way-there"));
        var neither = bring(here, code);
        assertThat(fault(neither)).isEqualTo(RIGHT.formatted("other-agency", "imm-way-there", "imm-way-there"));
        assertThat(neither.body()).doesNotContain(code);
        assertThat(neither.header("X-Request-Id")).isEmpty();
    }

    @Test
    void a_unit_that_gave_no_code_yet_says_so_too_and_one_that_takes_no_part_says_nothing() {
        var drawn = Staff.of("imm-way-drawn", 5);
        var code = drawn.codes(1).getFirst();
        var empty = Staff.of("imm-way-empty", 5);
        assertThat(fault(bring(empty, code)))
                .isEqualTo(RIGHT.formatted("other-agency", "imm-way-drawn", "imm-way-drawn"));
        var never = InvitationCode.of(new byte[InvitationCode.RANDOM_BYTES]).text();
        assertThat(bring(empty, never).faults()).containsExactly("/invitation unknown");
        var bureau = new Staff(new Office(world, drawn.office().round(), "immigration-bureau"));
        assertThat(bring(bureau, code).faults()).containsExactly("/agency not-participating");
    }

    @Test
    void nobody_learns_whether_it_was_used_and_it_is_as_good_as_before() {
        var here = Staff.of("imm-way-kept", 5);
        var there = Staff.of("imm-way-used", 5);
        here.codes(1);
        var codes = there.codes(2);
        there.ticket(codes.getFirst());
        assertThat(bring(here, codes.getFirst()).body())
                .isEqualTo(bring(here, codes.getLast()).body())
                .contains("other-agency");
        assertThat(redeemed("imm-way-used")).isOne();
        there.ticket(codes.getLast());
        assertThat(redeemed("imm-way-used")).isEqualTo(2);
    }

    @Test
    void one_that_was_withdrawn_is_just_that_and_belongs_nowhere() {
        var here = Staff.of("imm-way-gone", 5);
        var there = Staff.of("imm-way-withdrawn", 5);
        here.codes(1);
        var code = there.codes(1).getFirst();
        var draw = world.getAs(world.admin(), there.path() + "/draws").json().at("/draws/0/draw");
        world.postJson(
                world.admin(),
                there.path() + "/draws/" + draw.asLong() + "/void",
                "{\"reason\":\"the file was lost\"}");
        assertThat(fault(bring(here, code)))
                .isEqualTo(fault(bring(there, code)))
                .contains("\"voided\"")
                .doesNotContain("imm-way");
    }

    @Test
    void nothing_is_written_down_about_it() {
        var here = Staff.of("imm-way-quiet", 5);
        var there = Staff.of("imm-way-unheard", 5);
        here.codes(1);
        var code = there.codes(1).getFirst();
        long audits = audits();
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        assertThat(bring(here, code).faults()).containsExactly("/invitation other-agency");
        root.detachAppender(lines);
        assertThat(audits()).isEqualTo(audits);
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(line -> line.contains("imm-way") || line.contains(code));
    }

    @Test
    void after_the_night_it_is_still_found_and_the_planner_keeps_no_sample_of_codes() throws SQLException {
        var here = Staff.of("imm-way-night", 5);
        var there = Staff.of("imm-way-morning", 5);
        here.codes(1);
        var code = there.codes(5).getFirst();
        world.context().getBean(RewriteJob.class).rewrite();
        assertThat(bring(here, code).faults()).containsExactly("/invitation other-agency");
        try (var owner = world.owner("tickets");
                var sql = owner.createStatement()) {
            sql.execute("analyze invitation");
            var samples = sql.executeQuery("select string_agg(tablename || '.' || attname, ' ') from pg_stats"
                    + " where tablename like 'invitation%' and attname in ('code_hash', 'blinded_hash')");
            samples.next();
            assertThat(samples.getString(1)).isNull();
        }
    }

    /** The staff of this unit in a round that another one opened. */
    private Staff in(String round, String agency) {
        var staff = new Staff(new Office(world, round, agency));
        assertThat(staff.population(world.admin(), 5, null).status()).isEqualTo(200);
        return staff;
    }

    /** With a number that any key would sign. */
    private static Answer bring(Staff staff, String code) {
        return staff.redeem(code, "A".repeat(341) + "Q");
    }

    private static String fault(Answer answer) {
        var errors = answer.json().path("errors");
        assertThat(errors.size()).as(answer.body()).isOne();
        return errors.path(0).toString();
    }

    private long redeemed(String agency) {
        return world.one(
                "tickets",
                Long.class,
                "select count(*) from invitation join issuing_key using (key) where agency = '" + agency
                        + "' and blinded_hash is not null");
    }

    private long audits() {
        return world.one("assessment", Long.class, "select count(*) from audit a where a::text like '%imm-way%'");
    }
}
