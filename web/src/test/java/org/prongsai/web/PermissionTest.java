package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final List<String> CHIANGMAI = List.of("immigration-bureau", "imm-division-5", "imm-chiangmai");

    /** The whole table, as people agreed on it: "anyone" needs no sign-in, a star means within their agencies only. */
    private static final String TABLE = """
            READ_ABOUT: anyone
            LIST_FRAMEWORKS: anyone
            READ_FRAMEWORK: anyone
            PUT_FRAMEWORK: admin
            LIST_AGENCIES: anyone
            READ_AGENCY: anyone
            IMPORT_AGENCIES: admin
            CHANGE_AGENCY: admin
            LIST_ROUNDS: anyone
            READ_ROUND: anyone
            CREATE_ROUND: admin
            CHANGE_CALENDAR: admin
            SET_JOINT: admin
            MOVE_FRAMEWORK: admin
            READ_POPULATION: admin auditor coordinator* executive* commander*
            SET_POPULATION: admin coordinator*
            READ_TURNOUT: admin auditor coordinator* executive* commander*
            LIST_TURNOUTS: admin auditor coordinator executive commander
            READ_SURVEY: anyone
            LIST_AGENCY_SURVEYS: anyone
            DRAW_INVITATIONS: admin assessor coordinator* commander*
            DRAW_VISITS: admin assessor
            PUT_CONTACTS: admin assessor coordinator*
            READ_CONTACTS: admin assessor auditor
            SAMPLE_CONTACTS: assessor
            DELETE_CONTACTS: admin assessor
            READ_DRAWS: admin assessor auditor coordinator* executive* commander*
            RULE_INVITATIONS: admin coordinator* commander*
            VOID_INVITATIONS: admin
            READ_TICKET_KEY: anyone
            READ_CHALLENGE: anyone
            READ_COUNTER_CODES: admin assessor coordinator*
            ISSUE_TICKET: anyone
            ISSUE_TICKET_SIGNED_IN: signed in
            READ_BALANCE: anyone
            REPORT: anyone
            READ_REPORTS: admin auditor
            READ_COMPLAINTS: anyone
            SUBMIT_RESPONSE: anyone
            READ_RECEIPT: anyone
            READ_RECEPTION: admin auditor
            IMPORT_RESPONSES: admin
            SUBMIT_COMMENT: anyone
            REVIEW_COMMENTS: admin assessor
            READ_COMMENT_THEMES: admin assessor auditor coordinator* executive* commander*
            LIST_PEOPLE: admin coordinator
            READ_PERSON: admin coordinator
            WRITE_PERSON: admin
            READ_SCORE: admin auditor, then anyone
            READ_BREAKDOWN: admin auditor, then anyone
            READ_EXPLANATION: admin auditor, then anyone
            LIST_SCORES: admin auditor, then anyone
            LIST_ROLLUPS: admin auditor, then anyone
            READ_HISTORY: anyone
            LIST_RESULTS: anyone
            IMPORT_RESULTS: admin
            IMPORT_MARKS: admin
            READ_MARKS: admin auditor, then anyone
            LIST_MESSAGES: admin auditor
            READ_PAGE: anyone
            SEND_PAGE: anyone
            READ_DESK: signed in
            USE_DESK: signed in
            """;

    @Test
    void theTableIsTheOneAgreedOn() {
        assertThat(Arrays.stream(Permission.values()).map(PermissionTest::line).collect(Collectors.joining()))
                .isEqualTo(TABLE);
    }

    private static String line(Permission row) {
        var who = lets(row, Caller.ANONYMOUS, List.of())
                ? "anyone"
                : row.audience().anyRole() ? "signed in" : roles(row);
        return row + ": " + who + (row.audience().opensWhenPublished() ? ", then anyone" : "") + "\n";
    }

    private static String roles(Permission row) {
        return Stream.of(Role.values()).flatMap(role -> word(row, role)).collect(Collectors.joining(" "));
    }

    private static Stream<String> word(Permission row, Role role) {
        if (lets(row, caller(role, "elsewhere"), CHIANGMAI)) return Stream.of(role.code());
        return lets(row, caller(role, "imm-division-5"), CHIANGMAI) ? Stream.of(role.code() + "*") : Stream.empty();
    }

    private static boolean lets(Permission row, Caller caller, List<String> path) {
        return row.refuse(caller, path).isEmpty();
    }

    private static Caller caller(Role role, String agency) {
        return new Caller("somebody", Set.of(role), List.of(agency));
    }

    @Test
    void aScopedRoleNeedsAnAgencyInTheAddress() {
        assertThat(lets(Permission.SET_POPULATION, caller(Role.COORDINATOR, "imm-chiangmai"), List.of()))
                .isFalse();
    }

    @Test
    void whoIsSignedInNeedsNoRole() {
        assertThat(lets(Permission.ISSUE_TICKET_SIGNED_IN, new Caller("somebody", Set.of(), List.of()), CHIANGMAI))
                .isTrue();
    }

    @Test
    void theWiderOfTwoRolesCounts() {
        var both = new Caller("somebody", Set.of(Role.ADMIN, Role.COORDINATOR), List.of("imm-nongkhai"));
        assertThat(lets(Permission.SET_POPULATION, both, CHIANGMAI)).isTrue();
    }

    @Test
    void aRoleNobodyKnowsIsNoRole() {
        var stranger = Caller.of("somebody", List.of("root", "ADMIN"), List.of());
        assertThat(stranger.roles()).isEmpty();
        assertThat(Permission.PUT_FRAMEWORK
                        .refuse(stranger, List.of())
                        .orElseThrow()
                        .type())
                .isEqualTo(ProblemType.NOT_YOURS);
    }
}
