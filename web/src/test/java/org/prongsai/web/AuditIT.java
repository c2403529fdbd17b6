package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AuditIT {
    private static final Caller COORDINATOR =
            new Caller("demo-coordinator", Set.of(Role.COORDINATOR), List.of("imm-chiangmai"));
    private static final Audit CHANGE = Audit.by(COORDINATOR, "set-population", "rounds/r")
            .at("imm-chiangmai")
            .because("recount");

    private static TestDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void aRowTellsWhoDidWhatAndWhyInWhichRequest() {
        AuditWriter.write(database.client, CHANGE)
                .as(database.transaction::transactional)
                .contextWrite(context -> context.put(RequestFilter.ID, "given-id-1"))
                .block();
        assertThat(rows("request_id = 'given-id-1'")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("actor", "demo-coordinator")
                .containsEntry("role", "coordinator")
                .containsEntry("action", "set-population")
                .containsEntry("agency", "imm-chiangmai")
                .containsEntry("reason", "recount"));
    }

    @Test
    void itGoesWithTheChangeThatFails() {
        var failing = AuditWriter.write(database.client, Audit.byJob("release", "release", "rounds/rolled-back"))
                .then(Mono.error(new IllegalStateException("the change failed")))
                .as(database.transaction::transactional);
        assertThatThrownBy(failing::block).hasMessage("the change failed");
        assertThat(rows("subject = 'rounds/rolled-back'")).isEmpty();
    }

    @Test
    void itRefusesToStandAlone() {
        assertThatThrownBy(() -> AuditWriter.write(database.client, CHANGE).block())
                .hasMessageContaining("transaction");
    }

    @Test
    void theRuntimeRoleCannotRewriteHistory() {
        for (var sql : List.of("update audit set actor = 'x'", "delete from audit", "truncate audit")) {
            assertThatThrownBy(() -> database.client.sql(sql).then().block())
                    .hasStackTraceContaining("permission denied");
        }
    }

    private static List<Map<String, Object>> rows(String where) {
        return database.client
                .sql("select * from audit where " + where)
                .fetch()
                .all()
                .collectList()
                .block();
    }
}
