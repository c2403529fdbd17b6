package org.prongsai.notification.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.notification.message.Message;
import org.prongsai.notification.message.Template;
import org.prongsai.notification.message.Template.Notice;
import org.prongsai.notification.register.Register;
import org.prongsai.web.Language;

/** Puts reminders into words, each in its reader's language. */
record Mailing(Map<String, RoundState> rounds, Map<String, AgencyChanged> agencies, Map<String, PersonChanged> people) {
    private static final String KIND = "deadline-reminder";

    static Mailing of(Register register) {
        return new Mailing(
                by(register.rounds(), RoundState::round),
                by(register.agencies(), AgencyChanged::agency),
                by(register.people(), PersonChanged::person));
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> slug) {
        return all.stream().collect(Collectors.toMap(slug, each -> each));
    }

    Message message(Reminder reminder, UUID id, Instant now) {
        var round = Objects.requireNonNull(rounds.get(reminder.round()));
        var agency = Objects.requireNonNull(agencies.get(reminder.agency()));
        var person = Objects.requireNonNull(people.get(reminder.person()));
        var language = Language.of(person.language());
        var notice = new Notice(
                person.name(),
                agency.name(),
                with(round, agency),
                round.title(),
                reminder.step(),
                reminder.deadline(),
                round.synthetic(),
                round.rehearsal());
        var text = Template.in(language).reminder(notice, now);
        return new Message(id, round.round(), agency.agency(), person.person(), KIND, language.code(), text);
    }

    /** Of those that were not heard of yet the slug. */
    private List<Map<String, String>> with(RoundState round, AgencyChanged lead) {
        return round.with(lead.agency()).stream()
                .map(unit -> agencies.containsKey(unit)
                        ? Objects.requireNonNull(agencies.get(unit)).name()
                        : Map.of("th", unit, "en", unit))
                .toList();
    }
}
