package org.prongsai.web;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Writes an audit row into the transaction of the change it tells about, and refuses to be called without one. */
public final class AuditWriter {
    private static final String INSERT = """
            insert into audit (actor, role, action, subject, agency, reason, request_id)
            values (:actor, :role, :action, :subject, :agency, :reason, :request)""";

    private AuditWriter() {}

    public static Mono<Void> write(DatabaseClient database, Audit audit) {
        return inTransaction().then(Mono.deferContextual(context -> {
            var request = context.<String>getOrEmpty(RequestFilter.ID).orElse(null);
            return insert(database, audit, request);
        }));
    }

    private static Mono<Void> insert(DatabaseClient database, Audit audit, @Nullable String request) {
        var row = database.sql(INSERT)
                .bind("actor", audit.actor())
                .bind("role", audit.role())
                .bind("action", audit.action())
                .bind("subject", audit.subject());
        row = bind(row, "agency", audit.agency());
        row = bind(row, "reason", audit.reason());
        return bind(row, "request", request).then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec row, String name, @Nullable String value) {
        return value == null ? row.bindNull(name, String.class) : row.bind(name, value);
    }

    private static Mono<Void> inTransaction() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isActualTransactionActive)
                .switchIfEmpty(Mono.error(AuditWriter::noTransaction))
                .onErrorMap(NoTransactionException.class, missing -> noTransaction())
                .then();
    }

    private static IllegalStateException noTransaction() {
        return new IllegalStateException("an audit row belongs into the transaction of its change; there is none here");
    }
}
