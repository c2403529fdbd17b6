package org.prongsai.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much of its share each one has left; it remembers a bounded number, for as long as a bucket takes to fill. */
final class Buckets {
    private final LimitSettings settings;
    private final TimeMeter time;
    private final LoadingCache<Share, Bucket> buckets;

    Buckets(LimitSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(this::fresh);
    }

    /** Takes one request out of the share: 0, or the seconds to wait when nothing is left. */
    long take(Share share) {
        ConsumptionProbe probe = buckets.get(share).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : wholeSeconds(probe.getNanosToWaitForRefill());
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static long wholeSeconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
    }

    private Bucket fresh(Share share) {
        LimitSettings.Rate rate = rate(share);
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private LimitSettings.Rate rate(Share share) {
        return switch (share.kind()) {
            case CALLER -> settings.caller();
            case NETWORK -> settings.network();
            case ANSWERING -> settings.answering();
        };
    }
}
