package org.prongsai.portal.slip;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.portal.page.Qr;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.unit.CounterCodes;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Unit;

/**
 * What the screen at a counter shows.
 *
 * @param qr leads to the start page of the office, with the code after #
 * @param seconds until another code is shown
 */
record CounterView(
        Round round,
        Unit unit,
        Speech th,
        Speech en,
        CounterCodes.Slot shown,
        CounterCodes.Slot next,
        Qr qr,
        long seconds,
        LocalDate today) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(BANGKOK);
    private static final int DAYS = 7;

    static CounterView of(Round round, Unit unit, CounterCodes codes, List<Speech> speeches, String site, Instant now) {
        var shown = codes.slots().getFirst();
        var office = site + "/a/" + unit.agency() + "#counter=" + shown.code();
        return new CounterView(
                round,
                unit,
                speeches.getFirst(),
                speeches.getLast(),
                shown,
                codes.slots().getLast(),
                Qr.of(office),
                Math.max(1, Duration.between(now, shown.until()).toSeconds() + 1),
                LocalDate.ofInstant(now, BANGKOK));
    }

    public String until() {
        return CLOCK.format(shown.until());
    }

    public String nextUntil() {
        return CLOCK.format(next.until());
    }

    public String takenUntil() {
        return CLOCK.format(shown.takenUntil());
    }

    /** Days whose codes can be printed beforehand. */
    public List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(today::plusDays).toList();
    }

    public String said(LocalDate day, Speech speech) {
        return speech.day(day.atStartOfDay(BANGKOK).toInstant());
    }

    public String at() {
        return "/desk/" + round.round() + "/" + unit.agency();
    }
}
