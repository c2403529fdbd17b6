package org.prongsai.assessment.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class GroupWriterTest {

    private static final Duration APART = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<List<Integer>> commits = new CopyOnWriteArrayList<>();

    private Mono<List<Optional<Integer>>> commit(List<Integer> batch) {
        commits.add(batch);
        return Mono.just(batch.stream().map(Optional::of).toList());
    }

    @Test
    void who_comes_alone_does_not_wait_and_those_who_come_soon_after_share_the_next_commit() throws Exception {
        var group = group(20, Duration.ofHours(1));
        group.write(0).block(PATIENCE);
        Flux.range(1, 20)
                .delayElements(Duration.ofMillis(5))
                .flatMap(group::write)
                .blockLast(PATIENCE);
        assertThat(commits).hasSize(2).last().satisfies(batch -> assertThat(batch)
                .hasSize(20));
        group.destroy();
    }

    @Test
    void the_next_commit_comes_when_its_time_has_come_however_few_share_it() throws Exception {
        var group = group(50, APART);
        long before = System.nanoTime();
        group.write(0).block(PATIENCE);
        group.write(1).block(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(APART);
        assertThat(commits).containsExactly(List.of(0), List.of(1));
        group.destroy();
    }

    private GroupWriter<Integer, Integer, Integer> group(int batch, Duration apart) {
        return new GroupWriter<>(
                "numbers",
                Function.identity(),
                this::commit,
                new Sizes(1, batch, 100, apart),
                new SimpleMeterRegistry());
    }

    @Test
    void commits_lie_no_further_apart_than_people_would_wait() {
        assertThatThrownBy(() -> new Sizes(1, 1, 1, Duration.ofSeconds(2)).checked("prongsai.tickets"))
                .hasMessage("prongsai.tickets.apart is PT2S, expected from 0 to PT1S");
        assertThatThrownBy(() -> new Sizes(1, 1, 1, Duration.ofMillis(-1)).checked("prongsai.tickets"))
                .hasMessageContaining("PT-0.001S");
    }
}
