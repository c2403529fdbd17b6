package org.prongsai.portal.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.prongsai.portal.speech.Speech;

/** What remains of a time, to the minute and never more than there is. */
public record TimeLeft(long days, int hours, int minutes) {

    public static TimeLeft between(Instant now, Instant end) {
        var left = Duration.between(now, end);
        if (left.isNegative()) return new TimeLeft(0, 0, 0);
        return new TimeLeft(left.toDays(), left.toHoursPart(), left.toMinutesPart());
    }

    /** Days and hours; hours and minutes on the last day. */
    public String in(Speech speech) {
        var parts = new ArrayList<String>();
        if (days > 0) parts.add(part(speech, "day", days));
        if (hours > 0) parts.add(part(speech, "hour", hours));
        if (days == 0 && minutes > 0) parts.add(part(speech, "minute", minutes));
        return parts.isEmpty() ? speech.say("left-moment") : String.join(" ", parts);
    }

    private static String part(Speech speech, String unit, long count) {
        return speech.say("left-" + unit + (count == 1 ? "" : "s"), Map.of("n", count));
    }
}
