package org.prongsai.portal.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.unit.Window;

/**
 * When a step begins and ends, and how long that is from now.
 *
 * @param state {@code ahead}, {@code open} or {@code over}
 */
public record Deadline(String step, Window window, String state, TimeLeft left) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final int SOON = 3;

    static Deadline of(String step, Window window, Instant now) {
        String state = window.ahead(now) ? "ahead" : window.over(now) ? "over" : "open";
        return new Deadline(
                step, window, state, TimeLeft.between(now, window.ahead(now) ? window.from() : window.to()));
    }

    public boolean open() {
        return state.equals("open");
    }

    /** When it opens, closes or closed. */
    public String sentence(Speech speech) {
        var gaps = Map.of("date", state.equals("ahead") ? begin(speech) : end(speech), "left", left(speech));
        return speech.say("window-" + state, gaps);
    }

    /** Whether it is a matter of days. */
    public boolean soon() {
        return open() && left.days() < SOON;
    }

    /** The last moment as people say it: a day that ends at midnight is that day at 24:00. */
    public String end(Speech speech) {
        return moment(speech, window.to());
    }

    public String begin(Speech speech) {
        return speech.day(window.from());
    }

    /** Days, hours and minutes that remain. */
    public String left(Speech speech) {
        return left.in(speech);
    }

    public static String moment(Speech speech, Instant end) {
        var time = end.atZone(BANGKOK).toLocalTime();
        boolean midnight = time.equals(LocalTime.MIDNIGHT);
        var day = speech.day(midnight ? end.minusNanos(1) : end);
        var clock = midnight ? "24:00" : "%02d:%02d".formatted(time.getHour(), time.getMinute());
        return speech.say("at-time", Map.of("date", day, "time", clock));
    }
}
