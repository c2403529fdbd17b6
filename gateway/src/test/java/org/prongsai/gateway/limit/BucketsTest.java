package org.prongsai.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BucketsTest {
    private final Clock clock = new Clock();
    private final Buckets buckets = new Buckets(settings(3, 10), clock);

    @Test
    void aShareIsUsedUpAndFillsAgain() {
        Share share = Share.caller("somchai", "");
        IntStream.range(0, 3).forEach(_ -> assertThat(buckets.take(share)).isZero());

        assertThat(buckets.take(share)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(buckets.take(share)).isZero();
        assertThat(buckets.take(share)).isEqualTo(1);
    }

    @Test
    void sharesAreApart() {
        IntStream.range(0, 4).forEach(_ -> buckets.take(Share.answering("responses", "r", "a")));

        assertThat(buckets.take(Share.answering("responses", "r", "a"))).isPositive();
        assertThat(buckets.take(Share.answering("responses", "r", "b"))).isZero();
        assertThat(buckets.take(Share.answering("tickets", "r", "a"))).isZero();
        assertThat(buckets.take(Share.answering("responses", "ra", ""))).isZero();
    }

    @Test
    void inventedNamesCostNoMoreMemoryThanIsSet() {
        IntStream.range(0, 1000).forEach(i -> buckets.take(Share.answering("responses", "r", "invented-" + i)));

        assertThat(buckets.remembered()).isLessThanOrEqualTo(10);
        assertThat(Share.network("x".repeat(5000)).of()).hasSize(32);
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> settings(0, 10)).hasMessage("prongsai.limits.caller.burst is 0, expected more than 0");
        assertThatThrownBy(() -> settings(1, 0)).hasMessage("prongsai.limits.remembered is 0, expected more than 0");
    }

    private static LimitSettings settings(int burst, int remembered) {
        LimitSettings.Rate rate = new LimitSettings.Rate(burst, 1);
        return new LimitSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(8), remembered, rate, rate, rate);
    }

    private static final class Clock implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
