package org.prongsai.gateway.route;

import static org.prongsai.gateway.route.Kind.ANSWERING;
import static org.prongsai.gateway.route.Kind.BULK;
import static org.prongsai.gateway.route.Kind.ORDINARY;
import static org.prongsai.gateway.route.Kind.SIGNED_IN;
import static org.prongsai.gateway.route.Target.ASSESSMENT;
import static org.prongsai.gateway.route.Target.DISCLOSURE;
import static org.prongsai.gateway.route.Target.NOTIFICATION;
import static org.prongsai.gateway.route.Target.SCORING;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which service answers which path: the first row that fits wins, so the specific stand before the general. */
public enum Door {
    RESPONSES(ASSESSMENT, ANSWERING, "/rounds/{round}/agencies/{agency}/responses/**"),
    SIGNED_IN_TICKETS(ASSESSMENT, SIGNED_IN, "/rounds/{round}/agencies/{agency}/tickets/signed-in"),
    TICKETS(ASSESSMENT, ANSWERING, "/rounds/{round}/agencies/{agency}/tickets/**"),
    TICKET_KEYS(ASSESSMENT, ANSWERING, "/rounds/{round}/agencies/{agency}/ticket-keys/**"),
    REPORTS(ASSESSMENT, SIGNED_IN, "/rounds/{round}/agencies/{agency}/reports"),
    CHALLENGES(ASSESSMENT, ANSWERING, "/rounds/{round}/agencies/{agency}/challenges/**"),
    RECEIPTS(ASSESSMENT, ANSWERING, "/receipts/**"),

    SCORE(SCORING, ORDINARY, "/rounds/{round}/agencies/{agency}/score"),
    SCORES(SCORING, ORDINARY, "/rounds/{round}/scores"),
    SCORE_EXPORT(SCORING, BULK, "/rounds/{round}/scores.csv"),
    ROLLUPS(SCORING, ORDINARY, "/rounds/{round}/rollups"),
    ROLLUP_EXPORT(SCORING, BULK, "/rounds/{round}/rollups.csv"),
    BREAKDOWN(SCORING, ORDINARY, "/rounds/{round}/agencies/{agency}/breakdown"),
    EXPLANATION(SCORING, ORDINARY, "/rounds/{round}/agencies/{agency}/explanation"),
    SIGNALS(SCORING, ORDINARY, "/rounds/{round}/agencies/{agency}/signals"),
    CERTIFICATION(SCORING, BULK, "/rounds/{round}/certification/**"),
    PUBLICATION(SCORING, BULK, "/rounds/{round}/publication/**"),
    RESULTS(SCORING, BULK, "/rounds/{round}/results.{format}"),
    OFFICIAL_LIST(SCORING, ORDINARY, "/results"),
    OFFICIAL_EXPORT(SCORING, BULK, "/results.csv"),
    OFFICIAL_RESULTS(SCORING, BULK, "/results/**"),
    HISTORY(SCORING, ORDINARY, "/agencies/{agency}/history"),
    HISTORY_EXPORT(SCORING, BULK, "/agencies/{agency}/history.csv"),
    LOG(SCORING, ORDINARY, "/log/**"),

    ITEMS(DISCLOSURE, ORDINARY, "/rounds/{round}/agencies/{agency}/items/**"),
    CLARIFICATIONS(
            DISCLOSURE,
            ORDINARY,
            "/rounds/{round}/clarifications/**",
            "/rounds/{round}/agencies/{agency}/clarifications/**"),
    MARK_IMPORTS(DISCLOSURE, BULK, "/rounds/{round}/marks/imports"),
    MARKS(DISCLOSURE, ORDINARY, "/rounds/{round}/marks/**", "/rounds/{round}/agencies/{agency}/marks/**"),
    DISCLOSURES(DISCLOSURE, ORDINARY, "/disclosures/**"),
    CATALOG(DISCLOSURE, ORDINARY, "/catalog.jsonld"),

    MESSAGES(NOTIFICATION, ORDINARY, "/messages/**"),
    PREFERENCES(NOTIFICATION, ORDINARY, "/preferences/**"),
    WEBHOOKS(NOTIFICATION, ORDINARY, "/webhooks/**"),
    CALENDARS(NOTIFICATION, ORDINARY, "/calendars/**"),

    RESPONSE_IMPORTS(ASSESSMENT, BULK, "/rounds/{round}/responses/imports"),
    TURNOUTS(ASSESSMENT, ORDINARY, "/rounds/{round}/turnouts"),
    INVITATION_EXPORT(ASSESSMENT, BULK, "/rounds/{round}/invitations.csv"),
    TURNOUT_EXPORT(ASSESSMENT, BULK, "/rounds/{round}/turnouts.csv"),
    CONTACTS(ASSESSMENT, BULK, "/rounds/{round}/agencies/{agency}/contacts/**"),
    AGENCY_IMPORTS(ASSESSMENT, BULK, "/agencies/imports"),
    AGENCY_EXPORT(ASSESSMENT, BULK, "/agencies.csv"),
    FRAMEWORKS(ASSESSMENT, ORDINARY, "/frameworks/**"),
    COMPLAINTS(ASSESSMENT, ORDINARY, "/complaints"),
    PEOPLE(ASSESSMENT, ORDINARY, "/people/**"),
    BRIEFINGS(ASSESSMENT, ORDINARY, "/briefings/**"),
    AGENCIES(ASSESSMENT, ORDINARY, "/agencies/**"),
    ROUNDS(ASSESSMENT, ORDINARY, "/rounds/**");

    private final Target target;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // the list never changes
    private final List<String> paths;

    Door(Target target, Kind kind, String... paths) {
        this.target = target;
        this.kind = kind;
        this.paths = Stream.of(paths).map("/api/v1"::concat).toList();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Target target() {
        return target;
    }

    public Kind kind() {
        return kind;
    }

    List<String> paths() {
        return paths;
    }
}
