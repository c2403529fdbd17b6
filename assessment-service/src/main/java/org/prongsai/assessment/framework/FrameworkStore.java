package org.prongsai.assessment.framework;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.prongsai.assessment.Slug;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The frameworks; a version is read once, since it never changes. */
@Component
public final class FrameworkStore {
    /** One publication at a time; the number is arbitrary and shared by all. */
    private static final String LOCK = "select pg_advisory_xact_lock(5601003)";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final PostgresClient database;
    private final OutboxWriter outbox;
    private final AsyncCache<FrameworkRef, Published> versions =
            Caffeine.newBuilder().maximumSize(50).buildAsync();

    FrameworkStore(
            @Qualifier("assessment") PostgresClient database, @Qualifier("assessmentOutbox") OutboxWriter outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** By {@code name@n} that version, by {@code name} the newest; empty when there is none; outside any transaction. */
    public Mono<Framework> find(String refOrName) {
        return published(refOrName).map(Published::framework);
    }

    Mono<Published> published(String refOrName) {
        return Mono.justOrEmpty(FrameworkRef.of(refOrName))
                .switchIfEmpty(newest(refOrName))
                .flatMap(ref -> Mono.fromFuture(
                        () -> versions.get(ref, (each, _) -> read(each).toFuture()), true));
    }

    private Mono<FrameworkRef> newest(String name) {
        if (!Slug.good(name)) return Mono.empty();
        return database.sql()
                .sql("select version from framework where name = :name order by version desc limit 1")
                .bind("name", name)
                .map(row -> new FrameworkRef(name, number(row, "version")))
                .one();
    }

    private Mono<Published> read(FrameworkRef ref) {
        return database.sql()
                .sql("select document::text as document from framework where name = :name and version = :version")
                .bind("name", ref.name())
                .bind("version", ref.version())
                .map(row -> Published.stored(text(row, "document")))
                .one();
    }

    /** By name and version, from after this one on. */
    Flux<FrameworkSummary> list(FrameworkRef after, int limit) {
        return database.sql()
                .sql("""
                        select name, version, (document ->> 'fiscalYear')::int as year, document ->> 'title' as title,
                               document ->> 'provenance' as provenance
                        from framework where (name, version) > (:name, :version)
                        order by name, version limit :limit""")
                .bind("name", after.name())
                .bind("version", after.version())
                .bind("limit", limit)
                .map(FrameworkStore::summary)
                .all();
    }

    /** Version, event and audit row together. */
    Mono<Publication> publish(
            String name, Function<Optional<Published>, Publication> decision, Audit audit, Instant now) {
        var work = database.sql()
                .sql(LOCK)
                .then()
                .then(newest(name).flatMap(this::read).singleOptional())
                .map(decision)
                .flatMap(publication -> publication.fresh()
                        ? save(publication.version(), audit, now).thenReturn(publication)
                        : Mono.just(publication));
        return database.inTransaction(work);
    }

    private Mono<Void> save(Published version, Audit audit, Instant now) {
        return database.sql()
                .sql(
                        "insert into framework (name, version, document) values (:name, :version, cast(:document as json))")
                .bind("name", version.ref().name())
                .bind("version", version.ref().version())
                .bind("document", version.json())
                .then()
                .then(outbox.tell(List.of(version.event()), now))
                .then(AuditWriter.write(
                        database.sql(), audit.because(version.ref().toString())));
    }

    private static FrameworkSummary summary(Readable row) {
        var ref = new FrameworkRef(text(row, "name"), number(row, "version"));
        return new FrameworkSummary(
                ref.toString(),
                ref.name(),
                ref.version(),
                number(row, "year"),
                EventJson.MAPPER.readValue(text(row, "title"), TEXTS),
                text(row, "provenance"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }
}
