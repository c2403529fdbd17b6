package org.prongsai.assessment.framework;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.prongsai.assessment.Slug;
import org.prongsai.assessment.framework.FrameworkSearch.Place;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The frameworks; a version is read once, since it never changes. */
@Component
public final class FrameworkStore {
    /** One publication at a time; the number is arbitrary and shared by all. */
    private static final String LOCK = "select pg_advisory_xact_lock(5601003)";

    private static final String LIST = """
            select * from (
                select name, version, (document ->> 'fiscalYear')::int as year, document ->> 'title' as title,
                    document ->> 'provenance' as provenance
                from framework) listed""";

    private static final String CALLED = """
            (name like lower(:q)
                or exists (select from json_each_text(title::json) called where lower(called.value) like lower(:q)))""";

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

    /** Those after this place in the order of the search, from the beginning if there is none. */
    Flux<FrameworkSummary> list(FrameworkSearch search, Optional<Place> after, int limit) {
        var where = new ArrayList<String>();
        if (search.fiscalYear() != null) where.add("year = :wanted");
        if (search.q() != null) where.add(CALLED);
        var order = search.order() == FrameworkSearch.Order.NAME ? "name, version" : "year, name, version";
        if (after.isPresent())
            where.add(
                    "(%s) %s (%s)".formatted(order, search.descending() ? "<" : ">", ":" + order.replace(", ", ", :")));
        var sql = LIST
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by " + (search.descending() ? order.replace(",", " desc,") + " desc" : order)
                + " limit " + limit;
        return bind(database.sql().sql(sql), search, after)
                .map(FrameworkStore::summary)
                .all();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec sql, FrameworkSearch search, Optional<Place> after) {
        var bound = sql;
        if (search.fiscalYear() != null) bound = bound.bind("wanted", search.fiscalYear());
        if (search.q() != null) bound = bound.bind("q", "%" + search.q().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        if (after.isEmpty()) return bound;
        var place = after.get();
        if (search.order() == FrameworkSearch.Order.FISCAL_YEAR) bound = bound.bind("year", place.fiscalYear());
        return bound.bind("name", place.ref().name())
                .bind("version", place.ref().version());
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
