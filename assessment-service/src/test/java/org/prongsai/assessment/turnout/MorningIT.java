package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.methodology.calendar.Dates;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.support.SimpleTriggerContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How the turnout of a day is counted and kept. */
class MorningIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    private <T> T one(Class<T> type, String sql) {
        return world.one("responses", type, sql);
    }

    private List<Integer> kept(Region region) {
        return world.database("responses")
                .sql()
                .sql("select responses from turnout join pool using (pool) where round = :round order by day")
                .bind("round", region.name())
                .map(row -> row.get(0, Integer.class))
                .all()
                .collectList()
                .block();
    }

    private String unit(Region region) {
        return region.name() + "-nan";
    }

    private Region region(String name) {
        return Region.open(name, name + "-nan," + name + ",province");
    }

    @Test
    void the_service_looks_at_six_in_bangkok_and_from_its_start_on() {
        var scheduled = world.context().getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains("TurnoutJob"))
                .toList();
        assertThat(scheduled).hasSize(2).anyMatch(FixedDelayTask.class::isInstance);
        var cron = (CronTask) scheduled.stream()
                .filter(CronTask.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(cron.getTrigger()
                        .nextExecution(new SimpleTriggerContext())
                        .atZone(Dates.BANGKOK)
                        .toLocalTime())
                .isEqualTo(LocalTime.of(6, 0));
    }

    @Test
    void invitations_are_counted_after_answers_so_that_whoever_comes_between_seems_not_to_have_answered_uninvited() {
        var region = region("morning-order");
        var counted = new ArrayList<Boolean>();
        MorningWriter invitations = (day, now) -> Mono.fromSupplier(() -> {
                    region.answers(unit(region), "iit", 4, 8, true);
                    counted.add(one(
                            Boolean.class, "select exists (select from turnout_day where day = '%s')".formatted(day)));
                    return 1L;
                })
                .subscribeOn(Schedulers.boundedElastic());
        region.answers(unit(region), "iit", 1, 3, true);
        var now = Region.at(region.newDay(), LocalTime.of(6, 0));
        new TurnoutJob(region.store(), List.of(invitations), Clock.fixed(now, Dates.BANGKOK), new SimpleMeterRegistry())
                .count();
        assertThat(counted).containsExactly(true);
        assertThat(kept(region)).containsExactly(3);
    }

    @Test
    void a_day_is_counted_once_and_those_before_stay() {
        var region = region("morning-once");
        region.answers(unit(region), "iit", 1, 3, true);
        var day = region.morning();
        region.answers(unit(region), "iit", 4, 8, true);
        region.count(Region.at(day, LocalTime.of(6, 10)));
        region.count(Region.at(day, LocalTime.of(23, 59)));
        assertThat(kept(region)).containsExactly(3);
        assertThat(one(
                        Boolean.class,
                        "select taken = '%s' from turnout_day where day = '%s'"
                                .formatted(Region.at(day, LocalTime.of(6, 0)), day)))
                .isTrue();
        region.morning();
        assertThat(kept(region)).containsExactly(3, 8);
    }

    @Test
    void many_at_once_count_it_once() {
        var region = region("morning-race");
        region.answers(unit(region), "iit", 1, 5, true);
        var day = region.newDay();
        var counted = Flux.range(0, 6)
                .flatMap(n -> region.store().take(day, Region.at(day, LocalTime.of(6, 0, n))))
                .collectList()
                .block();
        assertThat(counted).filteredOn(pools -> pools > 0).hasSize(1);
        assertThat(kept(region)).containsExactly(5);
    }

    @Test
    void at_night_nothing_is_made_up_for() {
        var region = region("morning-night");
        region.answers(unit(region), "iit", 1, 5, true);
        var day = region.newDay();
        region.count(Region.at(day, LocalTime.of(5, 59, 59)));
        assertThat(kept(region)).isEmpty();
    }

    @Test
    void a_pool_that_was_drained_is_counted_until_the_day_after_and_shown_from_then_on() {
        var region = region("morning-drained");
        region.answers(unit(region), "iit", 1, 5, false);
        region.execute("responses", "update pool set drained = true where round = '" + region.name() + "'");
        region.morning();
        region.answers(unit(region), "iit", 6, 7, false);
        region.morning();
        region.morning();
        region.morning();
        assertThat(kept(region)).containsExactly(5, 7);
        var shown = region.turnout(world.token("executive", unit(region)), unit(region));
        assertThat(shown.json().at("/instruments/0/responses").asInt()).isEqualTo(7);
    }

    @Test
    void a_pool_that_is_younger_than_the_count_had_nothing() {
        var region = region("morning-young");
        var day = region.morning();
        region.answers(unit(region), "iit", 1, 5, true);
        var shown = region.turnout(world.token("executive", unit(region)), unit(region))
                .json();
        assertThat(shown.at("/instruments/0/responses").asInt(-1)).isZero();
        assertThat(shown.at("/asOf").asString()).isEqualTo(day + "T06:00:00+07:00");
    }

    @Test
    void the_service_can_add_days_and_change_none_and_nothing_of_an_answer_is_kept() {
        for (var statement : List.of(
                "update turnout set responses = 0",
                "delete from turnout",
                "update turnout_day set taken = taken",
                "delete from turnout_day",
                "truncate turnout"))
            assertThatThrownBy(() -> world.database("responses")
                            .sql()
                            .sql(statement)
                            .then()
                            .block())
                    .as(statement)
                    .hasMessageContaining("permission denied");
        assertThat(one(
                        String.class,
                        "select string_agg(column_name, ' ' order by table_name, ordinal_position)"
                                + " from information_schema.columns where table_name in ('turnout', 'turnout_day')"))
                .isEqualTo("pool day responses drained day taken");
    }
}
