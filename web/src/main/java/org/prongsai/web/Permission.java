package org.prongsai.web;

import static org.prongsai.web.Audience.everyone;
import static org.prongsai.web.Audience.only;
import static org.prongsai.web.Audience.signedIn;
import static org.prongsai.web.Audience.untilPublication;
import static org.prongsai.web.Role.ADMIN;
import static org.prongsai.web.Role.ASSESSOR;
import static org.prongsai.web.Role.AUDITOR;
import static org.prongsai.web.Role.COMMANDER;
import static org.prongsai.web.Role.COORDINATOR;
import static org.prongsai.web.Role.EXECUTIVE;

import java.util.List;
import java.util.Optional;

/**
 * The access table of the whole platform: one row per operation, saying who may do it. Coordinators, executives and
 * commanders only within their agencies, wherever the address names one.
 */
public enum Permission {
    READ_ABOUT(everyone()),

    LIST_FRAMEWORKS(everyone()),
    READ_FRAMEWORK(everyone()),
    PUT_FRAMEWORK(only(ADMIN)),

    LIST_AGENCIES(everyone()),
    READ_AGENCY(everyone()),
    IMPORT_AGENCIES(only(ADMIN)),
    CHANGE_AGENCY(only(ADMIN)),

    LIST_ROUNDS(everyone()),
    READ_ROUND(everyone()),
    CREATE_ROUND(only(ADMIN)),
    CHANGE_CALENDAR(only(ADMIN)),
    SET_JOINT(only(ADMIN)),
    MOVE_FRAMEWORK(only(ADMIN)),
    READ_POPULATION(only(ADMIN, AUDITOR, COORDINATOR, EXECUTIVE, COMMANDER)),
    SET_POPULATION(only(ADMIN, COORDINATOR)),
    READ_TURNOUT(only(ADMIN, AUDITOR, COORDINATOR, EXECUTIVE, COMMANDER)),
    LIST_TURNOUTS(only(ADMIN, AUDITOR, COORDINATOR, EXECUTIVE, COMMANDER).narrowed()),

    READ_SURVEY(everyone()),
    LIST_AGENCY_SURVEYS(everyone()),
    DRAW_INVITATIONS(only(ADMIN, ASSESSOR, COORDINATOR, COMMANDER)),
    DRAW_VISITS(only(ADMIN, ASSESSOR)),
    PUT_CONTACTS(only(ADMIN, ASSESSOR, COORDINATOR)),
    READ_CONTACTS(only(ADMIN, ASSESSOR, AUDITOR)),
    SAMPLE_CONTACTS(only(ASSESSOR)),
    DELETE_CONTACTS(only(ADMIN, ASSESSOR)),
    READ_DRAWS(only(ADMIN, ASSESSOR, AUDITOR, COORDINATOR, EXECUTIVE, COMMANDER)),
    RULE_INVITATIONS(only(ADMIN, COORDINATOR, COMMANDER)),
    VOID_INVITATIONS(only(ADMIN)),
    READ_TICKET_KEY(everyone()),
    READ_CHALLENGE(everyone()),
    READ_COUNTER_CODES(only(ADMIN, ASSESSOR, COORDINATOR)),
    ISSUE_TICKET(everyone()),
    ISSUE_TICKET_SIGNED_IN(signedIn()),
    READ_BALANCE(everyone()),
    REPORT(everyone()),
    READ_REPORTS(only(ADMIN, AUDITOR)),
    READ_COMPLAINTS(everyone()),
    SUBMIT_RESPONSE(everyone()),
    READ_RECEIPT(everyone()),
    READ_RECEPTION(only(ADMIN, AUDITOR)),
    IMPORT_RESPONSES(only(ADMIN)),
    SUBMIT_COMMENT(everyone()),
    REVIEW_COMMENTS(only(ADMIN, ASSESSOR)),
    READ_COMMENT_THEMES(only(ADMIN, ASSESSOR, AUDITOR, COORDINATOR, EXECUTIVE, COMMANDER)),

    LIST_PEOPLE(only(ADMIN, COORDINATOR).narrowed()),
    READ_PERSON(only(ADMIN, COORDINATOR).narrowed()),
    WRITE_PERSON(only(ADMIN)),

    READ_SCORE(untilPublication(ADMIN, AUDITOR)),
    READ_BREAKDOWN(untilPublication(ADMIN, AUDITOR)),
    READ_EXPLANATION(untilPublication(ADMIN, AUDITOR)),
    LIST_SCORES(untilPublication(ADMIN, AUDITOR)),
    LIST_ROLLUPS(untilPublication(ADMIN, AUDITOR)),
    READ_HISTORY(everyone()),
    LIST_RESULTS(everyone()),
    IMPORT_RESULTS(only(ADMIN)),

    IMPORT_MARKS(only(ADMIN)),
    READ_MARKS(untilPublication(ADMIN, AUDITOR)),

    LIST_MESSAGES(only(ADMIN, AUDITOR)),

    READ_PAGE(everyone()),
    SEND_PAGE(everyone()),
    READ_DESK(signedIn()),
    USE_DESK(signedIn());

    @SuppressWarnings("ImmutableEnumChecker") // a record whose set is a copy
    private final Audience audience;

    Permission(Audience audience) {
        this.audience = audience;
    }

    /** What stands against it, empty when nothing does; path is root … agency, or empty where none is named. */
    public Optional<Problem> refuse(Caller caller, List<String> path) {
        return audience.refuse(caller, path);
    }

    Audience audience() {
        return audience;
    }
}
