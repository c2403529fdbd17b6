package org.prongsai.gateway.route;

import static org.prongsai.gateway.route.Kind.ANSWERING;
import static org.prongsai.gateway.route.Kind.BULK;
import static org.prongsai.gateway.route.Kind.NAMELESS;
import static org.prongsai.gateway.route.Kind.ORDINARY;
import static org.prongsai.gateway.route.Kind.SIGNED_IN;
import static org.prongsai.gateway.route.Objective.ANSWERS;
import static org.prongsai.gateway.route.Objective.NONE;
import static org.prongsai.gateway.route.Objective.READS;
import static org.prongsai.gateway.route.Target.ASSESSMENT;
import static org.prongsai.gateway.route.Target.DISCLOSURE;
import static org.prongsai.gateway.route.Target.NOTIFICATION;
import static org.prongsai.gateway.route.Target.PORTAL;
import static org.prongsai.gateway.route.Target.SCORING;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which service answers which path: the first row that fits wins, so the specific stand before the general. */
public enum Door {
    RESPONSES(ASSESSMENT, ANSWERING, ANSWERS, "/rounds/{round}/agencies/{agency}/responses/**"),
    SIGNED_IN_TICKETS(ASSESSMENT, SIGNED_IN, ANSWERS, "/rounds/{round}/agencies/{agency}/tickets/signed-in"),
    TICKETS(ASSESSMENT, ANSWERING, ANSWERS, "/rounds/{round}/agencies/{agency}/tickets/**"),
    TICKET_KEYS(ASSESSMENT, ANSWERING, ANSWERS, "/rounds/{round}/agencies/{agency}/ticket-keys/**"),
    REPORTS(ASSESSMENT, NAMELESS, NONE, "/rounds/{round}/agencies/{agency}/reports"),
    COMMENT_REVIEWS(ASSESSMENT, SIGNED_IN, NONE, "/rounds/{round}/agencies/{agency}/comments/{comment}/review"),
    COMMENTS(ASSESSMENT, NAMELESS, NONE, "/rounds/{round}/agencies/{agency}/comments/**"),
    CHALLENGES(ASSESSMENT, ANSWERING, ANSWERS, "/rounds/{round}/agencies/{agency}/challenges/**"),
    RECEIPTS(ASSESSMENT, ANSWERING, NONE, "/receipts/**"),

    SCORE(SCORING, ORDINARY, READS, "/rounds/{round}/agencies/{agency}/score"),
    SCORES(SCORING, ORDINARY, READS, "/rounds/{round}/scores"),
    SCORE_EXPORT(SCORING, BULK, NONE, "/rounds/{round}/scores.csv"),
    ROLLUPS(SCORING, ORDINARY, READS, "/rounds/{round}/rollups"),
    ROLLUP_EXPORT(SCORING, BULK, NONE, "/rounds/{round}/rollups.csv"),
    BREAKDOWN(SCORING, ORDINARY, READS, "/rounds/{round}/agencies/{agency}/breakdown"),
    EXPLANATION(SCORING, ORDINARY, READS, "/rounds/{round}/agencies/{agency}/explanation"),
    SIGNALS(SCORING, ORDINARY, READS, "/rounds/{round}/agencies/{agency}/signals"),
    CERTIFICATION(SCORING, BULK, NONE, "/rounds/{round}/certification/**"),
    PUBLICATION(SCORING, BULK, NONE, "/rounds/{round}/publication/**"),
    RESULTS(SCORING, BULK, NONE, "/rounds/{round}/results.{format}"),
    OFFICIAL_LIST(SCORING, ORDINARY, READS, "/results"),
    OFFICIAL_EXPORT(SCORING, BULK, NONE, "/results.csv"),
    OFFICIAL_RESULTS(SCORING, BULK, NONE, "/results/**"),
    HISTORY(SCORING, ORDINARY, READS, "/agencies/{agency}/history"),
    HISTORY_EXPORT(SCORING, BULK, NONE, "/agencies/{agency}/history.csv"),
    LOG(SCORING, ORDINARY, READS, "/log/**"),

    ITEMS(DISCLOSURE, ORDINARY, NONE, "/rounds/{round}/agencies/{agency}/items/**"),
    CLARIFICATIONS(
            DISCLOSURE,
            ORDINARY,
            NONE,
            "/rounds/{round}/clarifications/**",
            "/rounds/{round}/agencies/{agency}/clarifications/**"),
    MARK_IMPORTS(DISCLOSURE, BULK, NONE, "/rounds/{round}/marks/imports"),
    MARKS(DISCLOSURE, ORDINARY, READS, "/rounds/{round}/marks/**", "/rounds/{round}/agencies/{agency}/marks/**"),
    DISCLOSURES(DISCLOSURE, ORDINARY, READS, "/disclosures/**"),
    CATALOG(DISCLOSURE, ORDINARY, READS, "/catalog.jsonld"),

    MESSAGES(NOTIFICATION, ORDINARY, NONE, "/messages/**"),
    PREFERENCES(NOTIFICATION, ORDINARY, NONE, "/preferences/**"),
    WEBHOOKS(NOTIFICATION, ORDINARY, NONE, "/webhooks/**"),
    CALENDARS(NOTIFICATION, ORDINARY, READS, "/calendars/**"),

    RESPONSE_IMPORTS(ASSESSMENT, BULK, NONE, "/rounds/{round}/responses/imports"),
    TURNOUTS(ASSESSMENT, ORDINARY, READS, "/rounds/{round}/turnouts"),
    INVITATION_EXPORT(ASSESSMENT, BULK, NONE, "/rounds/{round}/invitations.csv"),
    TURNOUT_EXPORT(ASSESSMENT, BULK, NONE, "/rounds/{round}/turnouts.csv"),
    CONTACTS(ASSESSMENT, BULK, NONE, "/rounds/{round}/agencies/{agency}/contacts/**"),
    AGENCY_IMPORTS(ASSESSMENT, BULK, NONE, "/agencies/imports"),
    AGENCY_EXPORT(ASSESSMENT, BULK, NONE, "/agencies.csv"),
    FRAMEWORKS(ASSESSMENT, ORDINARY, READS, "/frameworks/**"),
    COMPLAINTS(ASSESSMENT, ORDINARY, READS, "/complaints"),
    PEOPLE(ASSESSMENT, ORDINARY, NONE, "/people/**"),
    BRIEFINGS(ASSESSMENT, ORDINARY, NONE, "/briefings/**"),
    AGENCIES(ASSESSMENT, ORDINARY, READS, "/agencies/**"),
    ROUNDS(ASSESSMENT, ORDINARY, READS, "/rounds/**"),

    PAGE_ANSWERS(
            PORTAL,
            ANSWERING,
            ANSWERS,
            "/a/{agency}/{round}/eit/**",
            "/a/{agency}/{round}/iit/**",
            "/a/{agency}/{round}/comment/**"),
    /** Fetched by answering pages too, and at the moment of an answer. */
    PAGE_ASSETS(PORTAL, ANSWERING, READS, "/assets/**"),
    PAGE_RECEIPTS(PORTAL, ANSWERING, NONE, "/receipt/**"),
    PAGES(PORTAL, ORDINARY, READS, "/", "/a/**", "/find/**", "/complaints/**", "/privacy/**", "/glossary/**"),
    DESK(PORTAL, ORDINARY, READS, "/desk/**");

    private final Target target;
    private final Kind kind;
    private final Objective objective;

    @SuppressWarnings("ImmutableEnumChecker") // the list never changes
    private final List<String> paths;

    Door(Target target, Kind kind, Objective objective, String... paths) {
        this.target = target;
        this.kind = kind;
        this.objective = objective;
        this.paths = Stream.of(paths).map(target.prefix()::concat).toList();
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

    public Objective objective() {
        return objective;
    }

    List<String> paths() {
        return paths;
    }
}
