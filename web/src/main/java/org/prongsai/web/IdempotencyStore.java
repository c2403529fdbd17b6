package org.prongsai.web;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Keeps the first answer to each Idempotency-Key for a day; a service that makes one a bean offers the header. */
public final class IdempotencyStore {
    private static final String FORGET =
            "delete from idempotency where actor = :actor and at < now() - interval '24 hours'";
    /** No request is at work for that long: whoever claimed a key and never said more has broken or gone, and left it free. */
    private static final String CLAIM = """
            insert into idempotency as held (actor, key, fingerprint) values (:actor, :key, :fingerprint)
            on conflict (actor, key) do update set fingerprint = excluded.fingerprint, at = now()
            where held.status is null and held.at < now() - interval '5 minutes'""";

    private static final String READ = "select * from idempotency where actor = :actor and key = :key";
    private static final String KEEP = """
            update idempotency
            set status = :status, content_type = :type, location = :location, etag = :etag, body = :body
            where actor = :actor and key = :key and fingerprint = :fingerprint and status is null""";
    private static final String RELEASE = "delete from idempotency"
            + " where actor = :actor and key = :key and fingerprint = :fingerprint and status is null";

    private final DatabaseClient database;

    public IdempotencyStore(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when this request is the first with its key; else what the first one was. */
    Mono<FirstAnswer> claim(String actor, String key, String fingerprint) {
        return database.sql(FORGET)
                .bind("actor", actor)
                .then()
                .then(keyed(CLAIM, actor, key)
                        .bind("fingerprint", fingerprint)
                        .fetch()
                        .rowsUpdated()
                        .filter(claimed -> claimed == 0)
                        .flatMap(taken -> keyed(READ, actor, key)
                                .map(IdempotencyStore::read)
                                .one()));
    }

    Mono<Void> keep(String actor, String key, FirstAnswer answer) {
        var row = keyed(KEEP, actor, key)
                .bind("fingerprint", answer.fingerprint())
                .bind("status", answer.status())
                .bind("body", answer.body());
        row = bind(row, "type", answer.headers().contentType());
        row = bind(row, "location", answer.headers().location());
        return bind(row, "etag", answer.headers().etag()).then();
    }

    /** The request was refused and changed nothing: let it be tried again. */
    Mono<Void> release(String actor, String key, String fingerprint) {
        return keyed(RELEASE, actor, key).bind("fingerprint", fingerprint).then();
    }

    private GenericExecuteSpec keyed(String sql, String actor, String key) {
        return database.sql(sql).bind("actor", actor).bind("key", key);
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec row, String name, @Nullable String value) {
        return value == null ? row.bindNull(name, String.class) : row.bind(name, value);
    }

    private static FirstAnswer read(Readable row) {
        var status = row.get("status", Integer.class);
        var body = row.get("body", String.class);
        var headers = new FirstAnswer.Headers(
                row.get("content_type", String.class),
                row.get("location", String.class),
                row.get("etag", String.class));
        var fingerprint = Objects.requireNonNull(row.get("fingerprint", String.class));
        return new FirstAnswer(fingerprint, status == null ? 0 : status, headers, body == null ? "" : body);
    }
}
