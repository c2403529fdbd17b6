package org.prongsai.assessment.traffic;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many answers a unit's counter can have.
 *
 * @param window over which answers are counted
 * @param calm answers of a unit in a window that are nobody's attack, however few service users it has
 * @param openHours in which a unit serves people in a year
 * @param peak so many times more than on average may come in its busiest window
 */
@ConfigurationProperties("prongsai.traffic")
record TrafficSettings(Duration window, int calm, int openHours, int peak) {

    TrafficSettings {
        if (window.toMillis() < Traffic.SLICES) {
            throw new IllegalArgumentException("prongsai.traffic.window is " + window + ", expected more, like 10m");
        }
        demand("calm", calm);
        demand("open-hours", openHours);
        demand("peak", peak);
    }

    private static void demand(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("prongsai.traffic.%s is %d, expected 1 or more".formatted(key, value));
        }
    }

    /** What a unit of so many service users a year can have in its busiest window, if all of them answer. */
    int limit(int users) {
        double share = (double) window.toMillis() / Duration.ofHours(openHours).toMillis();
        return (int) Math.max(calm, Math.min(Integer.MAX_VALUE, Math.ceil(users * share * peak)));
    }

    /** The slice of time in which an instant lies. */
    long slice(long millis) {
        return Math.floorDiv(millis, window.toMillis() / Traffic.SLICES);
    }
}
