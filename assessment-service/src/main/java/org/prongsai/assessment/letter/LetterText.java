package org.prongsai.assessment.letter;

import java.text.MessageFormat;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.prongsai.assessment.report.ComplaintSettings.Channel;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Language;

/** Writes what the letters of a draw say, in Thai with Buddhist years or in English; the code is put in when one is sent. */
final class LetterText {

    /** Where the code comes. */
    static final String CODE = "{code}";

    private final ResourceBundle texts;
    private final Language language;

    private LetterText(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.prongsai.assessment.letter.letters",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What is read. */
    record Text(String language, String subject, String body) {}

    /**
     * What there is to say.
     *
     * @param agency the unit's names
     * @param keySha256 of the key that signs for the unit
     * @param complaints who hears them
     */
    record Notice(Survey survey, Map<String, String> agency, String keySha256, List<Channel> complaints) {}

    static Text of(Notice notice, Language language) {
        return new LetterText(language).write(notice);
    }

    private Text write(Notice notice) {
        var round = notice.survey().of().state();
        var survey = texts.getString("survey." + notice.survey().instrument());
        var agency = line(notice.agency());
        var body = say(
                "body",
                survey,
                agency,
                line(round.title()),
                CODE,
                until(notice.survey().window()),
                notice.keySha256(),
                complaints(notice.complaints()));
        var text = new Text(language.code(), say("subject", survey, agency), body);
        var labelled = round.synthetic() ? labelled("synthetic", text) : text;
        return round.rehearsal() ? labelled("rehearsal", labelled) : labelled;
    }

    private Text labelled(String label, Text text) {
        return new Text(text.language(), say(label + ".subject", text.subject()), say(label + ".body", text.body()));
    }

    private String complaints(List<Channel> channels) {
        return channels.stream()
                .map(channel -> "%s, %s, %s".formatted(line(channel.name()), channel.phone(), channel.url()))
                .collect(Collectors.joining("\n"));
    }

    /** A window that ends at midnight lasts until 24:00 of the day before, which is what people call its end. */
    private String until(Window window) {
        var end = window.to().atZone(Dates.BANGKOK);
        var time = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? say("midnight") : time(end);
        return say("until", Dates.printed(window.lastDay(), language.code()), time);
    }

    private String time(ZonedDateTime end) {
        return DateTimeFormatter.ofPattern(texts.getString("time"), Locale.ROOT).format(end);
    }

    /** On one line: a line break in a name must not begin another header of the mail. */
    private String line(Map<String, String> text) {
        return language.pick(text).replaceAll("\\s+", " ").strip();
    }

    private String say(String key, Object... words) {
        return new MessageFormat(texts.getString(key), language.locale()).format(words);
    }
}
