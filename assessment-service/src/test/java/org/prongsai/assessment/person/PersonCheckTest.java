package org.prongsai.assessment.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.person.PersonForm.Duty;
import org.prongsai.methodology.Parsed;

class PersonCheckTest {
    private static final Set<String> KNOWN = Set.of("imm-chiangmai", "imm-tak");
    private static final Duty DUTY = new Duty("coordinator", "imm-chiangmai", "2023-10-01", null);

    private static PersonForm form(String email, Duty... duties) {
        return new PersonForm(
                "sommai",
                Map.of("th", "สมหมาย", "en", "Sommai"),
                email,
                "th",
                duties == null ? null : Arrays.asList(duties));
    }

    private static List<String> faults(PersonForm form) {
        return PersonCheck.read(form, KNOWN).problems().stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }

    @Test
    void aGoodFormIsAPerson() {
        var person = PersonCheck.read(form("sommai@example.org", DUTY), KNOWN).orThrow();
        assertThat(person)
                .isEqualTo(new Person(
                        "sommai",
                        Map.of("th", "สมหมาย", "en", "Sommai"),
                        "sommai@example.org",
                        "th",
                        List.of(new Assignment("coordinator", "imm-chiangmai", LocalDate.of(2023, 10, 1), null))));
        assertThat(PersonCheck.read(form("sommai@example.org", (Duty[]) null), KNOWN)
                        .orThrow()
                        .assignments())
                .isEmpty();
    }

    @Test
    void theOrderOfAssignmentsMeansNothing() {
        var other = new Duty("executive", "imm-tak", "2023-10-01", "2024-09-30");
        var one = PersonCheck.read(form("a@example.org", DUTY, other), KNOWN).orThrow();
        var two = PersonCheck.read(form("a@example.org", other, DUTY), KNOWN).orThrow();
        assertThat(one).isEqualTo(two).hasToString(two.toString());
        assertThat(Saving.of(one, Optional.of(two))).isEqualTo(Saving.UNCHANGED);
        assertThat(Saving.of(one, Optional.empty())).isEqualTo(Saving.CREATED);
        assertThat(Saving.of(
                        one,
                        Optional.of(
                                PersonCheck.read(form("b@example.org"), KNOWN).orThrow())))
                .isEqualTo(Saving.CHANGED);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var form = new PersonForm(
                "Som Mai",
                Map.of("th", " ", "en", "two\nlines", "my", "x"),
                "nobody",
                "my",
                List.of(
                        new Duty("chief", "atlantis", "2566-10-01", null),
                        new Duty("executive", "imm-tak", "2024-01-02", "2024-01-01"),
                        new Duty("executive", "imm-tak", "2024-01-02", null),
                        new Duty(null, null, null, "soon")));
        assertThat(faults(form))
                .containsExactlyInAnyOrder(
                        "/person bad-slug",
                        "/name/th missing",
                        "/name/en bad-name",
                        "/name/my unknown-language",
                        "/email bad-email",
                        "/language unknown-language",
                        "/assignments/0/role unknown-role",
                        "/assignments/0/agency unknown-agency",
                        "/assignments/0/from bad-date",
                        "/assignments/1/to dates-reversed",
                        "/assignments/2 duplicate",
                        "/assignments/3/role missing",
                        "/assignments/3/agency missing",
                        "/assignments/3/from missing",
                        "/assignments/3/to bad-date");
    }

    @Test
    void nothingAtAllIsManyFaults() {
        assertThat(faults(new PersonForm(null, null, null, null, Collections.singletonList(null))))
                .containsExactly(
                        "/person missing",
                        "/name/th missing",
                        "/name/en missing",
                        "/email missing",
                        "/language missing",
                        "/assignments/0/role missing",
                        "/assignments/0/agency missing",
                        "/assignments/0/from missing");
    }

    @Test
    void addressesThatCannotBeWrittenToAreRefused() {
        for (var bad :
                List.of("a", "a@b", "a b@c.org", "a@c.org, d@e.org", "a@c..org", "a\r\nBcc:x@y.org", "<a@c.org>"))
            assertThat(faults(form(bad))).as(bad).containsExactly("/email bad-email");
        assertThat(PersonCheck.read(form("o'neil+ita@ตม.ไทย"), KNOWN)).isInstanceOf(Parsed.Valid.class);
    }
}
