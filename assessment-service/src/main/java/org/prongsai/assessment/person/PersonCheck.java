package org.prongsai.assessment.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Slug;
import org.prongsai.assessment.person.PersonForm.Duty;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.calendar.Dates;

/** Turns a form into a person, or into everything that is wrong with it; stand-ins keep the reading going. */
final class PersonCheck {
    static final List<String> ROLES = List.of("coordinator", "executive", "commander", "assessor");
    private static final List<String> LANGUAGES = List.of("th", "en");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{Graph}&&[^@<>\",;]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_DUTIES = 200;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> known;

    private PersonCheck(Set<String> known) {
        this.known = known;
    }

    /** {@code known} are those of the form's agencies that exist. */
    static Parsed<Person> read(PersonForm form, Set<String> known) {
        var check = new PersonCheck(known);
        return Parsed.of(check.person(form), check.faults);
    }

    private Person person(PersonForm form) {
        var slug = required("/person", form.person(), Slug.EXPECTED);
        if (!slug.isEmpty() && !Slug.good(slug)) fault("/person", "bad-slug", Slug.EXPECTED, slug);
        return new Person(
                slug,
                names(form.name()),
                email(form.email()),
                oneOf("/language", "unknown-language", form.language(), LANGUAGES),
                assignments(form.duties()));
    }

    private Map<String, String> names(@Nullable Map<String, @Nullable String> given) {
        var names = new LinkedHashMap<String, String>();
        var texts = given == null ? Map.<String, @Nullable String>of() : given;
        for (var language : LANGUAGES) names.put(language, name("/name/" + language, texts.get(language)));
        for (var language : texts.keySet())
            if (!LANGUAGES.contains(language))
                fault("/name" + Fault.step(language), "unknown-language", LANGUAGES, language);
        return names;
    }

    private String name(String pointer, @Nullable String given) {
        var name = required(pointer, given, "a name");
        if (!name.isEmpty() && !NAME.matcher(name).matches())
            fault(pointer, "bad-name", "at most 200 characters in one line", name);
        return name;
    }

    private String email(@Nullable String given) {
        var email = required("/email", given, "an e-mail address");
        if (!email.isEmpty()
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()))
            fault("/email", "bad-email", "an address as somebody@example.org", email);
        return email;
    }

    private List<Assignment> assignments(List<@Nullable Duty> duties) {
        if (duties.size() > MOST_DUTIES) {
            fault("/assignments", "too-many", "at most " + MOST_DUTIES, duties.size());
            return List.of();
        }
        var assignments = new ArrayList<Assignment>();
        var seen = new HashSet<List<Object>>();
        for (var duty : duties) {
            var pointer = "/assignments/" + assignments.size();
            var assignment = assignment(pointer, Objects.requireNonNullElse(duty, new Duty(null, null, null, null)));
            assignments.add(assignment);
            if (!seen.add(List.of(assignment.role(), assignment.agency(), assignment.from())))
                fault(pointer, "duplicate", "role, agency and first day once", null);
        }
        return assignments;
    }

    private Assignment assignment(String pointer, Duty duty) {
        var role = oneOf(pointer + "/role", "unknown-role", duty.role(), ROLES);
        var agency = required(pointer + "/agency", duty.agency(), "an agency");
        if (!agency.isEmpty() && !known.contains(agency)) fault(pointer + "/agency", "unknown-agency", null, agency);
        var from = day(pointer + "/from", required(pointer + "/from", duty.from(), Dates.EXPECTED));
        var to = duty.to() == null ? null : day(pointer + "/to", duty.to());
        if (to != null && to.isBefore(from) && !to.equals(LocalDate.MIN))
            fault(pointer + "/to", "dates-reversed", "not before " + from, to.toString());
        return new Assignment(role, agency, from, to);
    }

    private LocalDate day(String pointer, String text) {
        try {
            return text.isEmpty() ? LocalDate.MIN : Dates.iso(text);
        } catch (DateTimeException unreadable) {
            fault(pointer, "bad-date", "a date as 2024-09-30", text);
            return LocalDate.MIN;
        }
    }

    private String oneOf(String pointer, String reason, @Nullable String given, List<String> allowed) {
        var value = required(pointer, given, allowed);
        if (!value.isEmpty() && !allowed.contains(value)) fault(pointer, reason, allowed, value);
        return value;
    }

    private String required(String pointer, @Nullable String given, Object expected) {
        var value = given == null ? "" : given.strip();
        if (value.isEmpty()) fault(pointer, "missing", expected, null);
        return value;
    }

    private void fault(String pointer, String reason, @Nullable Object expected, @Nullable Object actual) {
        faults.add(new Fault(pointer, reason, expected, actual));
    }
}
