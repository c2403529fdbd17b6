package org.prongsai.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

class DoorTest {
    private final DoorFilter doors = new DoorFilter();

    /** The whole API of the platform: which door, which service, which kind of work. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # assessment
            GET  | /frameworks                               | frameworks       | assessment   | ordinary
            PUT  | /frameworks/ita-immigration-2567@1        | frameworks       | assessment   | ordinary
            GET  | /agencies                                 | agencies         | assessment   | ordinary
            GET  | /agencies/imm-chiangmai                   | agencies         | assessment   | ordinary
            POST | /agencies/imports                         | agency-imports   | assessment   | bulk
            GET  | /agencies.csv                             | agency-export    | assessment   | bulk
            POST | /rounds                                   | rounds           | assessment   | ordinary
            GET  | /rounds/r                                 | rounds           | assessment   | ordinary
            PUT  | /rounds/r/calendar                        | rounds           | assessment   | ordinary
            PUT  | /rounds/r/agencies/a/population           | rounds           | assessment   | ordinary
            GET  | /rounds/r/agencies/a/turnout              | rounds           | assessment   | ordinary
            GET  | /rounds/r/turnouts                        | turnouts         | assessment   | ordinary
            GET  | /rounds/r/turnouts.csv                    | turnout-export   | assessment   | bulk
            GET  | /rounds/r/surveys/eit                     | rounds           | assessment   | ordinary
            POST | /rounds/r/agencies/a/invitations          | rounds           | assessment   | ordinary
            POST | /rounds/r/agencies/a/visits               | rounds           | assessment   | ordinary
            PUT  | /rounds/r/agencies/a/contacts             | contacts         | assessment   | bulk
            GET  | /rounds/r/agencies/a/contacts/sample      | contacts         | assessment   | bulk
            GET  | /rounds/r/agencies/a/ticket-keys/iit      | ticket-keys      | assessment   | answering
            GET  | /rounds/r/agencies/a/challenges/eit       | challenges       | assessment   | answering
            GET  | /rounds/r/agencies/a/counter-codes        | rounds           | assessment   | ordinary
            GET  | /rounds/r/agencies/a/reception            | rounds           | assessment   | ordinary
            POST | /rounds/r/agencies/a/tickets              | tickets          | assessment   | answering
            POST | /rounds/r/agencies/a/responses            | responses        | assessment   | answering
            POST | /rounds/r/responses/imports               | response-imports | assessment   | bulk
            POST | /people                                   | people           | assessment   | ordinary
            GET  | /people/p/assignments                     | people           | assessment   | ordinary
            GET  | /receipts/x                               | receipts         | assessment   | answering
            POST | /rounds/r/agencies/a/comments             | comments         | assessment   | nameless
            PUT  | /rounds/r/agencies/a/comments/c/review    | comment-reviews  | assessment   | signed_in
            POST | /rounds/r/agencies/a/reports              | reports          | assessment   | nameless
            POST | /rounds/r/agencies/a/tickets/signed-in    | signed-in-tickets | assessment  | signed_in
            GET  | /agencies/a/surveys                       | agencies         | assessment   | ordinary
            GET  | /briefings/b/attendance                   | briefings        | assessment   | ordinary
            # scoring
            GET  | /rounds/r/agencies/a/score                | score            | scoring      | ordinary
            GET  | /rounds/r/scores                          | scores           | scoring      | ordinary
            GET  | /rounds/r/scores.csv                      | score-export     | scoring      | bulk
            GET  | /rounds/r/rollups                         | rollups          | scoring      | ordinary
            GET  | /rounds/r/rollups.csv                     | rollup-export    | scoring      | bulk
            GET  | /rounds/r/agencies/a/breakdown            | breakdown        | scoring      | ordinary
            GET  | /rounds/r/agencies/a/signals              | signals          | scoring      | ordinary
            POST | /rounds/r/certification                   | certification    | scoring      | bulk
            POST | /rounds/r/publication                     | publication      | scoring      | bulk
            GET  | /rounds/r/results.csv                     | results          | scoring      | bulk
            GET  | /rounds/r/results.zip                     | results          | scoring      | bulk
            POST | /results/imports                          | official-results | scoring      | bulk
            GET  | /results                                  | official-list    | scoring      | ordinary
            GET  | /results.csv                              | official-export  | scoring      | bulk
            GET  | /agencies/a/history                       | history          | scoring      | ordinary
            GET  | /agencies/a/history.csv                   | history-export   | scoring      | bulk
            GET  | /log/checkpoint                           | log              | scoring      | ordinary
            GET  | /log/tile/0/x001/067                      | log              | scoring      | ordinary
            # disclosure
            GET  | /rounds/r/agencies/a/items                | items            | disclosure   | ordinary
            PUT  | /rounds/r/agencies/a/items/o1/evidence    | items            | disclosure   | ordinary
            POST | /rounds/r/agencies/a/items/o1/marks       | items            | disclosure   | ordinary
            POST | /rounds/r/agencies/a/items/o1/clarifications | items         | disclosure   | ordinary
            POST | /rounds/r/marks/imports                   | mark-imports     | disclosure   | bulk
            GET  | /rounds/r/marks                           | marks            | disclosure   | ordinary
            GET  | /rounds/r/agencies/a/marks                | marks            | disclosure   | ordinary
            GET  | /rounds/r/clarifications                  | clarifications   | disclosure   | ordinary
            GET  | /disclosures                              | disclosures      | disclosure   | ordinary
            GET  | /disclosures/a/o1/versions/2              | disclosures      | disclosure   | ordinary
            GET  | /disclosures/feed.atom                    | disclosures      | disclosure   | ordinary
            GET  | /catalog.jsonld                           | catalog          | disclosure   | ordinary
            # notification
            GET  | /messages                                 | messages         | notification | ordinary
            PUT  | /preferences                              | preferences      | notification | ordinary
            POST | /webhooks                                 | webhooks         | notification | ordinary
            GET  | /calendars/r/a.ics                        | calendars        | notification | ordinary
            """)
    void eachPathHasItsDoor(String method, String path, String id, String target, String kind) {
        assertDoor(method, "/api/v1" + path, id, target, kind);
    }

    /** What people open in a browser. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /                               | pages         | ordinary
            GET  | /a/imm-chiangmai                | pages         | ordinary
            GET  | /a/imm-chiangmai/r              | pages         | ordinary
            GET  | /a/imm-chiangmai/r/score        | pages         | ordinary
            GET  | /a/imm-chiangmai/r/eit          | page-answers  | answering
            POST | /a/imm-chiangmai/r/eit/check    | page-answers  | answering
            POST | /a/imm-chiangmai/r/iit          | page-answers  | answering
            POST | /a/imm-chiangmai/r/comment/sent | page-answers  | answering
            GET  | /receipt                        | page-receipts | answering
            GET  | /receipt/x                      | page-receipts | answering
            GET  | /assets/v/base.css              | page-assets   | answering
            GET  | /find                           | pages         | ordinary
            GET  | /complaints                     | pages         | ordinary
            GET  | /privacy                        | pages         | ordinary
            GET  | /glossary                       | pages         | ordinary
            GET  | /desk                           | desk          | ordinary
            POST | /desk/imm-chiangmai/evidence    | desk          | ordinary
            """)
    void eachPageHasItsDoor(String method, String path, String id, String kind) {
        assertDoor(method, path, id, "portal", kind);
    }

    private void assertDoor(String method, String path, String id, String target, String kind) {
        DoorFilter.Entry entry = doors.find(PathContainer.parsePath(path));

        assertThat(entry).as(method + " " + path).isNotNull();
        assertThat(entry.door().id()).isEqualTo(id);
        assertThat(entry.door().target().id()).isEqualTo(target);
        assertThat(entry.door().kind().name()).isEqualToIgnoringCase(kind);
    }

    /** Reads a page at a time are promised, writes and whole files are not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST    | /rounds/r/agencies/a/responses         | answers
            POST    | /rounds/r/agencies/a/tickets           | answers
            POST    | /rounds/r/agencies/a/tickets/signed-in | answers
            GET     | /rounds/r/agencies/a/ticket-keys/iit   | answers
            GET     | /rounds/r/agencies/a/challenges/eit    | answers
            OPTIONS | /rounds/r/agencies/a/responses         | none
            GET     | /rounds/r/agencies/a/score             | reads
            HEAD    | /rounds/r/agencies/a/score             | reads
            GET     | /rounds/r/rollups                      | reads
            GET     | /rounds/r/rollups.csv                  | none
            GET     | /rounds/r/results.csv                  | none
            GET     | /results                               | reads
            POST    | /results/imports                       | none
            GET     | /rounds/r                              | reads
            PUT     | /rounds/r/agencies/a/population        | none
            POST    | /rounds/r/agencies/a/invitations       | none
            OPTIONS | /rounds/r                              | none
            PUT     | /rounds/r/agencies/a/items/o1/evidence | none
            POST    | /rounds/r/agencies/a/comments          | none
            """)
    void eachRequestHasItsObjective(String method, String path, String objective) {
        Door door = doors.find(PathContainer.parsePath("/api/v1" + path)).door();

        assertThat(door.objective().of(method).id()).as(method + " " + path).isEqualTo(objective);
    }

    @Test
    void pagesArePromisedLikeWhatTheyShow() {
        assertThat(Door.PAGE_ANSWERS.objective().of("GET")).isEqualTo(Objective.ANSWERS);
        assertThat(Door.PAGES.objective().of("GET")).isEqualTo(Objective.READS);
        assertThat(Door.DESK.objective().of("POST")).isEqualTo(Objective.NONE);
    }

    @Test
    void nothingIsPromisedOfWholeFiles() {
        assertThat(Stream.of(Door.values()).filter(door -> door.kind() == Kind.BULK))
                .allMatch(door -> door.objective() == Objective.NONE);
        assertThat(Stream.of(Door.values()).filter(door -> door.objective() == Objective.ANSWERS))
                .allMatch(door -> door.kind().quiet());
    }

    @Test
    void elsewhereThereIsNoDoor() {
        Stream.of(
                        "/nowhere",
                        "/api/v1",
                        "/api/v1/about",
                        "/api/v1/me",
                        "/sign-in",
                        "/sign-out",
                        "/docs",
                        "/api/v2/rounds",
                        "/rounds",
                        "/openapi.json",
                        "/actuator/health")
                .forEach(path ->
                        assertThat(doors.find(PathContainer.parsePath(path))).isNull());
    }

    @Test
    void aDisguisedPathFindsTheSameDoor() {
        DoorFilter.Entry entry = doors.find(PathContainer.parsePath("/api/v1/rounds/r/agencies/a/respon%73es"));

        assertThat(entry.door()).isEqualTo(Door.RESPONSES);
        assertThat(entry.values()).containsEntry("round", "r").containsEntry("agency", "a");
    }

    @Test
    void aDescribedPathLeadsToItsServiceAndNoOther() {
        assertThat(doors.lead("/api/v1/rounds/{round}/agencies/{agency}/responses", Target.ASSESSMENT))
                .isTrue();
        assertThat(doors.lead("/api/v1/rounds/{round}/agencies/{agency}/responses", Target.SCORING))
                .isFalse();
        assertThat(doors.lead("/api/v1/agencies.xml", Target.ASSESSMENT)).isFalse();
    }

    @Test
    void idsAreUnique() {
        assertThat(Stream.of(Door.values()).map(Door::id)).doesNotHaveDuplicates();
    }
}
