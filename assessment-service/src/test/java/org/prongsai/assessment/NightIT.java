package org.prongsai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.calendar.Dates;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.support.SimpleTriggerContext;

/** What lies in order of arrival is written anew each night, with a second and third chance if one is missed. */
class NightIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @ParameterizedTest
    @CsvSource({"ReleaseJob.reshuffle, 30", "RewriteJob.rewrite, 40", "LetterJob.rewrite, 50", "CommentJob.rewrite, 20"
    })
    void it_is_written_anew_three_times_a_night_in_bangkok(String job, int minute) {
        var cron = world.context().getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().endsWith("." + job))
                .map(CronTask.class::cast)
                .findFirst()
                .orElseThrow();
        var evening = Instant.parse("2027-01-01T13:00:00Z");
        var times = Stream.iterate(
                        evening, last -> cron.getTrigger().nextExecution(new SimpleTriggerContext(last, last, last)))
                .skip(1)
                .limit(4)
                .map(time -> time.atZone(Dates.BANGKOK).toLocalTime());
        assertThat(times)
                .containsExactly(
                        LocalTime.of(2, minute),
                        LocalTime.of(3, minute),
                        LocalTime.of(4, minute),
                        LocalTime.of(2, minute));
    }
}
