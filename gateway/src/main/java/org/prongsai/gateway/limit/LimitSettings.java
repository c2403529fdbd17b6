package org.prongsai.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** How much and how often: sizes of bodies, and the rates of signed-in callers, networks and answers. */
@ConfigurationProperties("prongsai.limits")
public record LimitSettings(
        DataSize body, DataSize bulkBody, int remembered, Rate caller, Rate network, Rate answering) {
    public LimitSettings {
        demand("body", body.toBytes());
        demand("bulk-body", bulkBody.toBytes());
        demand("remembered", remembered);
        caller.check("caller");
        network.check("network");
        answering.check("answering");
    }

    /** As many at once, and as many more each second. */
    public record Rate(int burst, int perSecond) {
        private void check(String name) {
            demand(name + ".burst", burst);
            demand(name + ".per-second", perSecond);
        }
    }

    private static void demand(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("prongsai.limits.%s is %d, expected more than 0".formatted(key, value));
        }
    }
}
