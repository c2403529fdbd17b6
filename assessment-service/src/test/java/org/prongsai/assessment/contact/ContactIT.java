package org.prongsai.assessment.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.proof.DatabaseFiles;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.slf4j.LoggerFactory;

/** The list of whom assessors may call: handed in, handed out once each, never shown whole, and gone at the close. */
class ContactIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final String assessor = world.token("assessor");

    @Test
    void numbers_are_handed_out_at_random_and_each_only_once() {
        var office = Office.open("imm-contacts");
        assertThat(put(office, assessor, list(0, 30)).body()).isEqualTo("{\"in\":30,\"handedOut\":0}");
        var first = phones(sample(office, 10));
        var second = phones(sample(office, 15));
        assertThat(first).hasSize(10).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
        assertThat(first)
                .isNotEqualTo(IntStream.range(0, 10).mapToObj(ContactIT::e164).toList());
        var last = sample(office, 10);
        assertThat(last.header("Cache-Control")).isEqualTo("no-store");
        assertThat(last.json().path("left").asInt()).isZero();
        assertThat(phones(last)).hasSize(5);
        assertThat(phones(sample(office, 10))).isEmpty();
        var all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(phones(last));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 30).mapToObj(ContactIT::e164).toList());
        assertThat(world.getAs(assessor, path(office)).body()).isEqualTo("{\"in\":30,\"handedOut\":30}");
        assertThat(audited("imm-contacts"))
                .containsExactly(
                        "put-contacts 30 numbers",
                        "sample-contacts 10 numbers",
                        "sample-contacts 15 numbers",
                        "sample-contacts 5 numbers",
                        "sample-contacts 0 numbers");
    }

    @Test
    void of_many_assessors_at_once_no_two_are_given_the_same_number() throws Exception {
        var office = Office.open("imm-callers");
        put(office, assessor, list(0, 40));
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 10; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> sample(office, 5), Thread::startVirtualThread));
        }
        var given = new ArrayList<String>();
        for (var answer : sent) {
            given.addAll(phones(answer.get()));
        }
        assertThat(given).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_new_list_brings_nobody_back_who_was_called() {
        var office = Office.open("imm-relisted");
        put(office, assessor, list(0, 10));
        var called = phones(sample(office, 4));
        assertThat(put(office, assessor, list(0, 20)).body()).isEqualTo("{\"in\":20,\"handedOut\":4}");
        assertThat(phones(sample(office, 100))).hasSize(16).doesNotContainAnyElementsOf(called);
    }

    @Test
    void the_unit_hands_in_one_list_and_reads_nothing() {
        var office = Office.open("imm-handed-in");
        var coordinator = world.token("coordinator", office.agency());
        assertThat(put(office, coordinator, list(0, 10)).status()).isEqualTo(200);
        var again = put(office, coordinator, list(10, 20));
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.faults()).containsExactly("/contacts handed-in-before");
        assertThat(world.getAs(coordinator, path(office)).status()).isEqualTo(403);
        assertThat(world.getAs(coordinator, path(office) + "/sample?size=1").status())
                .isEqualTo(403);
        assertThat(world.getAs(world.admin(), path(office) + "/sample?size=1").status())
                .isEqualTo(403);
        assertThat(world.send("DELETE", path(office), "", "Authorization", "Bearer " + coordinator)
                        .status())
                .isEqualTo(403);
        assertThat(phones(sample(office, 100)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10).mapToObj(ContactIT::e164).toList());
    }

    @Test
    void every_fault_of_a_list_is_named_with_its_line_and_nothing_is_taken() {
        var office = Office.open("imm-contact-faults");
        var answer = put(office, assessor, "phone,language\n0898765432,th\n12,th\n+66898765432,xx\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-file");
        assertThat(answer.faults())
                .containsExactly(
                        "/lines/3/phone wrong-value",
                        "/lines/4/phone duplicate-phone",
                        "/lines/4/language unknown-language");
        assertThat(answer.body()).doesNotContain("898765432");
        assertThat(world.getAs(assessor, path(office)).body()).isEqualTo("{\"in\":0,\"handedOut\":0}");
    }

    @Test
    void a_sample_has_a_size_and_looking_at_its_head_hands_out_nothing() {
        var office = Office.open("imm-sizes");
        put(office, assessor, list(0, 10));
        assertThat(sample(office, 0).faults()).containsExactly("?size out-of-range");
        assertThat(sample(office, 101).faults()).containsExactly("?size out-of-range");
        assertThat(world.getAs(assessor, path(office) + "/sample").status()).isEqualTo(400);
        var head = world.send("HEAD", path(office) + "/sample?size=5", "", "Authorization", "Bearer " + assessor);
        assertThat(head.status()).isEqualTo(405);
        assertThat(world.getAs(assessor, path(office)).body()).isEqualTo("{\"in\":10,\"handedOut\":0}");
    }

    @Test
    void the_table_holds_what_is_sealed_and_nothing_else_of_anybody() {
        var office = Office.open("imm-sealed");
        put(office, assessor, list(0, 3));
        assertThat(world.one("assessment", String.class, """
                        select string_agg(column_name, ' ' order by ordinal_position)
                        from information_schema.columns where table_name = 'contact'
                        """)).isEqualTo("round agency contact sealed handed_out");
        var row = world.one(
                "assessment",
                String.class,
                "select string_agg(c::text, ' ') from contact c where agency = 'imm-sealed'");
        for (int number = 0; number < 3; number++) {
            String hex = HexFormat.of().formatHex(e164(number).getBytes());
            assertThat(row).doesNotContain(e164(number), e164(number).substring(3), hex);
        }
        for (var statement : List.of(
                "delete from contact", "truncate contact_0", "update contact set sealed = ''", "drop table contact")) {
            assertThatThrownBy(() -> world.database("assessment")
                            .sql()
                            .sql(statement)
                            .then()
                            .block())
                    .as(statement)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void at_the_close_all_of_them_are_gone_from_every_file_and_those_of_others_stay() {
        var office = Office.open("imm-closing");
        var other = Office.open("imm-open-still");
        put(office, assessor, list(0, 50));
        sample(office, 10);
        put(office, assessor, list(25, 60));
        put(other, assessor, list(0, 20));
        var sealed = sealed(office);
        var others = sealed(other);
        assertThat(found(sealed)).hasSize(sealed.size());
        job().forget();
        assertThat(found(sealed)).hasSize(sealed.size());

        close(office);
        assertThat(sample(office, 5).problem()).isEqualTo("window-closed");
        assertThat(put(office, assessor, list(0, 5)).problem()).isEqualTo("window-closed");
        job().forget();

        assertThat(world.getAs(assessor, path(office)).body()).isEqualTo("{\"in\":0,\"handedOut\":0}");
        assertThat(found(sealed)).isEmpty();
        assertThat(found(others)).hasSize(20);
        assertThat(phones(sample(other, 100))).hasSize(20);
        assertThat(audited("imm-closing").getLast()).isEqualTo("delete-contacts " + sealed.size() + " numbers");
    }

    @Test
    void whoever_may_deletes_them_at_once() {
        var office = Office.open("imm-deleted");
        put(office, assessor, list(0, 12));
        sample(office, 2);
        var sealed = sealed(office);
        var deleted = world.send("DELETE", path(office), "", "Authorization", "Bearer " + world.admin());
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(found(sealed)).isEmpty();
        assertThat(audited("imm-deleted").getLast()).isEqualTo("delete-contacts 12 numbers");
        assertThat(put(office, world.token("coordinator", office.agency()), list(0, 3))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void no_log_line_and_no_audit_row_knows_a_number() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        var office = Office.open("imm-unlogged");
        put(office, assessor, list(0, 5));
        put(office, assessor, "phone\n0812000001\n0812000001\n");
        sample(office, 5);
        close(office);
        job().forget();
        root.detachAppender(lines);
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(text -> text.contains("812000"));
        assertThat(world.one("assessment", Long.class, "select count(*) from audit a where a::text like '%812000%'"))
                .isZero();
        assertThat(world.one("assessment", Long.class, "select count(*) from outbox o where o::text like '%812000%'"))
                .isZero();
    }

    private ContactJob job() {
        return world.context().getBean(ContactJob.class);
    }

    private void close(Office office) {
        var past = Instant.now().minusSeconds(1);
        office.redate(List.of(new StepWindow("eit", past.minusSeconds(3600), past)), List.of())
                .block();
    }

    private Answer put(Office office, String token, String csv) {
        return world.write(token, "PUT", path(office), "text/csv", csv);
    }

    private Answer sample(Office office, int size) {
        return world.getAs(assessor, path(office) + "/sample?size=" + size);
    }

    private static List<String> phones(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("contacts")
                .valueStream()
                .map(contact -> contact.path("phone").asString())
                .toList();
    }

    private static String path(Office office) {
        return "/api/v1/rounds/" + office.round() + "/agencies/" + office.agency() + "/contacts";
    }

    /** Numbers from this one up to, and without, that one. */
    private static String list(int from, int to) {
        var csv = new StringBuilder("phone,language\n");
        IntStream.range(from, to).forEach(n -> csv.append("0812%06d,%s\n".formatted(n, n % 2 == 0 ? "th" : "")));
        return csv.toString();
    }

    private static String e164(int number) {
        return "+66812%06d".formatted(number);
    }

    private List<String> audited(String agency) {
        return texts("select action || ' ' || reason from audit where agency = '" + agency
                + "' and action like '%contacts' order by id");
    }

    /** What is sealed of an office's contacts, by its bytes in hex. */
    private Map<String, byte[]> sealed(Office office) {
        var sealed = new HashMap<String, byte[]>();
        texts("select encode(sealed, 'hex') from contact where agency = '" + office.agency() + "'")
                .forEach(hex -> sealed.put(hex, HexFormat.of().parseHex(hex)));
        return sealed;
    }

    /** Which of these stand in any file of the database. */
    private static Set<String> found(Map<String, byte[]> sealed) {
        var found = new HashSet<String>();
        DatabaseFiles.of("assessment").find(sealed).values().forEach(there -> found.addAll(there.keySet()));
        return found;
    }

    private List<String> texts(String sql) {
        return world.database("assessment")
                .sql()
                .sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }
}
