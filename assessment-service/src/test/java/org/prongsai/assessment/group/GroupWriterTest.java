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

    private final List<List<Integer>> commits = new CopyOnWriteArrayList<>();

    private Mono<List<Optional<Integer>>> commit(List<Integer> batch) {
        commits.add(batch);
        return Mono.just(batch.stream().map(Optional::of).toList());
    }

    @Test
    void who_comes_alone_does_not_wait_and_those_who_come_soon_after_share_the_next_commit() throws Exception {
        // Everything is slow the first time.
        alone().destroy();
        commits.clear();
        long before = System.nanoTime();
        var group = alone();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(APART.dividedBy(2));
        Flux.range(1, 20)
                .delayElements(Duration.ofMillis(5))
                .flatMap(group::write)
                .blockLast();
        assertThat(commits).hasSize(2).last().satisfies(batch -> assertThat(batch)
                .hasSize(20));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(APART);
        group.destroy();
    }

    private GroupWriter<Integer, Integer, Integer> alone() {
        var group = new GroupWriter<Integer, Integer, Integer>(
                "numbers", Function.identity(), this::commit, new Sizes(1, 50, 100, APART), new SimpleMeterRegistry());
        group.write(0).block();
        return group;
    }

    @Test
    void commits_lie_no_further_apart_than_people_would_wait() {
        assertThatThrownBy(() -> new Sizes(1, 1, 1, Duration.ofSeconds(2)).checked("prongsai.tickets"))
                .hasMessage("prongsai.tickets.apart is PT2S, expected from 0 to PT1S");
        assertThatThrownBy(() -> new Sizes(1, 1, 1, Duration.ofMillis(-1)).checked("prongsai.tickets"))
                .hasMessageContaining("PT-0.001S");
    }
}
