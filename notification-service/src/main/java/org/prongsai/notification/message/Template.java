package org.prongsai.notification.message;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.prongsai.web.Language;

/** Writes what a person reads, in Thai with Buddhist years or in English with Christian ones, in Bangkok time. */
public final class Template {
    /** The steps that have texts. */
    public static final List<String> STEPS = List.of("population", "iit", "eit", "oit", "approval", "clarification");

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final int ERA = 543;

    private final ResourceBundle texts;
    private final Language language;

    private Template(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.prongsai.notification.message.reminders",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What a person reads. */
    public record Text(String subject, String body) {}

    /**
     * What there is to say about a deadline.
     *
     * @param with the names of the units that are assessed as part of this one
     */
    public record Notice(
            Map<String, String> person,
            Map<String, String> agency,
            List<Map<String, String>> with,
            Map<String, String> round,
            String step,
            Instant deadline,
            boolean synthetic,
            boolean rehearsal) {}

    public static Template in(Language language) {
        return new Template(language);
    }

    public Text reminder(Notice notice, Instant now) {
        var step = texts.getString("step." + notice.step());
        var agency = word(notice.agency());
        var subject = say("subject", left(notice.deadline(), now), step, agency);
        var body = say(
                "body",
                word(notice.person()),
                step,
                agency,
                word(notice.round()),
                when(notice.deadline()),
                todo(notice));
        var text = new Text(subject, body);
        var labelled = notice.synthetic() ? labelled("synthetic", text) : text;
        return notice.rehearsal() ? labelled("rehearsal", labelled) : labelled;
    }

    /** Who registers the people of a unit registers those of the units assessed with it too. */
    private String todo(Notice notice) {
        var todo = texts.getString("todo." + notice.step());
        if (notice.with().isEmpty() || !notice.step().equals("population")) return todo;
        return todo
                + say(
                        "joint.population",
                        String.join(
                                ", ",
                                notice.with().stream().map(this::bothWords).toList()));
    }

    /** In the reader's language and, where it is another name, in the other one, by which others may know the unit. */
    private String bothWords(Map<String, String> text) {
        var own = word(text);
        var other = line((language == Language.TH ? Language.EN : Language.TH).pick(text));
        return own.equals(other) ? own : own + " (" + other + ")";
    }

    private Text labelled(String label, Text text) {
        return new Text(say(label + ".subject", text.subject()), say(label + ".body", text.body()));
    }

    private String left(Instant deadline, Instant now) {
        long days = ChronoUnit.DAYS.between(day(now), day(deadline.minusNanos(1)));
        return say(days == 0 ? "left.today" : days == 1 ? "left.tomorrow" : "left.days", days);
    }

    /** A window that ends at midnight lasts until 24:00 of the day before, which is what people call its end. */
    private String when(Instant deadline) {
        var end = deadline.atZone(BANGKOK);
        boolean midnight = end.toLocalTime().toSecondOfDay() == 0;
        var date = midnight ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        return say("when", date(date), midnight ? say("midnight") : time(end));
    }

    private String date(LocalDate date) {
        int year = language == Language.TH ? date.getYear() + ERA : date.getYear();
        var day = DateTimeFormatter.ofPattern("d MMMM", language.locale()).format(date);
        return say("date", day, String.valueOf(year));
    }

    private String time(ZonedDateTime end) {
        return DateTimeFormatter.ofPattern(say("time"), Locale.ROOT).format(end);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(BANGKOK).toLocalDate();
    }

    /** On one line: a line break in a name must not begin another header of the mail. */
    private String word(Map<String, String> text) {
        return line(language.pick(text));
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String say(String key, Object... words) {
        return new MessageFormat(texts.getString(key), language.locale()).format(words);
    }
}
