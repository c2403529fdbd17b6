package org.prongsai.assessment.visit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Fault;

/**
 * What an assessor asks for: so many visits of one day's opening hours.
 *
 * @param opens when it opens that day, in Bangkok
 * @param closes when it closes; at the latest at midnight
 * @param served how many service users are expected in these hours
 * @param sample how many of them are asked
 */
record VisitPlan(LocalDateTime opens, LocalDateTime closes, int served, int sample) {

    private static final int MOST_SERVED = 1_000_000;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final String TIME_EXPECTED = "a time from 00:00 to 24:00";

    /** As somebody wrote it down. */
    record Request(
            @Nullable String day,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer served,
            @Nullable Integer sample) {}

    /**
     * Everything wrong with a request by itself.
     *
     * @param most visits in one draw
     */
    static List<Fault> faults(Request request, int most) {
        var faults = new ArrayList<Fault>();
        if (day(request).isEmpty()) {
            faults.add(fault("/day", request.day(), "a date as 2027-02-03"));
        }
        hours(request.from(), request.to(), faults);
        count("/served", request.served(), MOST_SERVED, faults);
        int served = Objects.requireNonNullElse(request.served(), MOST_SERVED);
        count("/sample", request.sample(), Math.clamp(served, 1, most), faults);
        return faults;
    }

    private static void hours(@Nullable String from, @Nullable String to, List<Fault> faults) {
        boolean readable = time("/from", from, faults) & time("/to", to, faults);
        if (readable && Objects.requireNonNull(to).compareTo(Objects.requireNonNull(from)) <= 0) {
            faults.add(new Fault("/to", "not-after-from", "a time after " + from, to));
        }
    }

    private static boolean time(String pointer, @Nullable String text, List<Fault> faults) {
        if (text != null && TIME.matcher(text).matches()) {
            return true;
        }
        faults.add(fault(pointer, text, TIME_EXPECTED));
        return false;
    }

    private static Fault fault(String pointer, @Nullable String text, String expected) {
        return new Fault(pointer, text == null ? "missing" : "wrong-value", expected, text);
    }

    private static void count(String pointer, @Nullable Integer value, int most, List<Fault> faults) {
        if (value == null) {
            faults.add(new Fault(pointer, "missing", "from 1 to " + most, null));
        } else if (value < 1 || value > most) {
            faults.add(new Fault(pointer, "out-of-range", "from 1 to " + most, value));
        }
    }

    private static Optional<LocalDate> day(Request request) {
        try {
            return Optional.ofNullable(request.day()).map(Dates::iso);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A request without faults. */
    static VisitPlan of(Request request) {
        var day = day(request).orElseThrow();
        return new VisitPlan(
                at(day, Objects.requireNonNull(request.from())),
                at(day, Objects.requireNonNull(request.to())),
                Objects.requireNonNull(request.served()),
                Objects.requireNonNull(request.sample()));
    }

    private static LocalDateTime at(LocalDate day, String time) {
        return time.equals("24:00") ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.parse(time));
    }

    /** How long it is open, in seconds. */
    int seconds() {
        return (int) Duration.between(opens, closes).toSeconds();
    }

    /**
     * Why nobody can be asked in these hours: they are not all in the window, or have begun. Of hours that have begun it
     * would be known who came, and luck could be tried until it fell on somebody.
     */
    List<Fault> outside(Window window, Instant now) {
        var faults = new ArrayList<Fault>();
        if (instant(opens).isBefore(window.from())) {
            faults.add(outside(isWhollyOutside(window) ? "/day" : "/from", window, opens));
        }
        if (instant(closes).isAfter(window.to())) {
            faults.add(outside(isWhollyOutside(window) ? "/day" : "/to", window, closes));
        }
        if (faults.isEmpty() && instant(opens).isBefore(now)) {
            faults.add(new Fault("/from", "already-past", "opening hours that have not begun", opens + "+07:00"));
        }
        return faults;
    }

    private boolean isWhollyOutside(Window window) {
        return window.ahead(instant(closes)) || window.over(instant(opens));
    }

    private static Fault outside(String pointer, Window window, LocalDateTime moment) {
        var open = local(window.from()) + "/" + local(window.to());
        return new Fault(pointer, "outside-window", open, moment + "+07:00");
    }

    private static String local(Instant instant) {
        return instant.atZone(Dates.BANGKOK).toOffsetDateTime().toString();
    }

    private static Instant instant(LocalDateTime moment) {
        return moment.atZone(Dates.BANGKOK).toInstant();
    }
}
