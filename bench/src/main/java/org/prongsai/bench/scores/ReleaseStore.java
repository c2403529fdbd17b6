package org.prongsai.bench.scores;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prongsai.bench.stage.DatabaseSettings;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.messaging.PostgresSettings.Login;

/** Lets answers out of a pool that never was: what the intake tells of a release, without the answers in its tables. */
final class ReleaseStore implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final PostgresClient database;
    private final OutboxWriter outbox;

    private ReleaseStore(PostgresClient database) {
        this.database = database;
        this.outbox = new OutboxWriter(database);
    }

    static ReleaseStore open(DatabaseSettings access) {
        var login = new Login(access.password(), access.ownerPassword(), CONNECTIONS, null);
        var settings = new PostgresSettings(access.address(), "disable", null, Map.of(access.database(), login));
        return new ReleaseStore(PostgresClient.join(settings, access.database()));
    }

    static ResponsesReleased release(
            String round, String unit, String instrument, String part, List<Map<String, String>> sheets) {
        var answers = sheets.stream()
                .map(sheet -> new Answered(UUID.randomUUID(), Map.copyOf(sheet)))
                .toList();
        return new ResponsesReleased(round, unit, instrument, part, NationClient.EDITION, answers, List.of());
    }

    /** In one transaction, which is over when this returns. */
    void tell(List<ResponsesReleased> releases) {
        var day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        database.inTransaction(outbox.tell(releases, day)).block();
    }

    @Override
    public void close() {
        database.close();
    }
}
