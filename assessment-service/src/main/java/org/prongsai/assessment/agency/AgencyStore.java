package org.prongsai.assessment.agency;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prongsai.assessment.Slug;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.AgencyPathReader;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The register of agencies; what was read less than a second ago is not read again. */
@Component
public final class AgencyStore implements AgencyPathReader {
    /** One import at a time; the number is arbitrary and shared by all. */
    private static final String LOCK = "select pg_advisory_xact_lock(5601002)";

    private static final String SELECT = """
            select agency, path, type, province, name_th, name_en, first_day, last_day, provenance,
                (select coalesce(json_agg(json_build_object('name', json_build_object('th', n.th, 'en', n.en),
                        'from', n.first, 'to', n.last) order by n.last), '[]')
                 from (select f.name_th as th, f.name_en as en, f.last_day as last,
                           coalesce(lag(f.last_day) over (order by f.last_day) + 1, agency.first_day) as first
                       from former_name f where f.agency = agency.agency) n)::text as names,
                (select coalesce(json_agg(json_build_object('agency', s.predecessor, 'kind', s.kind, 'on', s.day)), '[]')
                 from succession s where s.successor = agency.agency)::text as predecessors,
                (select coalesce(json_agg(json_build_object('agency', s.successor, 'kind', s.kind, 'on', s.day)), '[]')
                 from succession s where s.predecessor = agency.agency)::text as successors
            from agency""";

    /** Now or formerly; two looks instead of one "or", so that the first finds its index. */
    static final String NAMED = """
            agency in (select a.agency from agency a where a.search like lower(:q)
                union select f.agency from former_name f
                where lower(f.name_th || E'\\n' || f.name_en) like lower(:q))""";

    private static final TypeReference<List<FormerName>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};

    private final PostgresClient database;
    private final OutboxWriter outbox;
    private final AsyncCache<String, Agency> recent = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .buildAsync();

    AgencyStore(@Qualifier("assessment") PostgresClient database, @Qualifier("assessmentOutbox") OutboxWriter outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Empty when there is no such agency; at most a second old; outside any transaction. */
    public Mono<Agency> find(String agency) {
        if (!Slug.good(agency)) return Mono.empty();
        return Mono.fromFuture(() -> recent.get(agency, (slug, _) -> read(slug).toFuture()), true);
    }

    public Mono<Boolean> exists(String agency) {
        return find(agency).hasElement();
    }

    @Override
    public Mono<List<String>> path(String agency) {
        return find(agency).map(Agency::path);
    }

    /** Which of these exist, in the transaction there is. */
    public Mono<Set<String>> known(Collection<String> agencies) {
        return database.sql()
                .sql("select agency from agency where agency = any(:agencies)")
                .bind("agencies", agencies.stream().filter(Slug::good).toArray(String[]::new))
                .map(row -> text(row, "agency"))
                .all()
                .collect(Collectors.toSet());
    }

    /** The paths (root … self) of those of these that exist. */
    public Mono<Map<String, List<String>>> paths(Collection<String> agencies) {
        return database.sql()
                .sql("select agency, path from agency where agency = any(:agencies)")
                .bind("agencies", agencies.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "agency"), path(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Agency> read(String agency) {
        return database.sql()
                .sql(SELECT + " where agency = :agency")
                .bind("agency", agency)
                .map(AgencyStore::agency)
                .one();
    }

    /** Those after {@code after} in the order of the search; all when {@code limit} is negative. */
    Flux<Agency> list(AgencySearch search, List<String> after, int limit) {
        var where = new ArrayList<String>();
        if (search.parent() != null) where.add("path @> array[cast(:parent as text)]");
        if (search.q() != null) where.add(NAMED);
        if (!search.types().isEmpty()) where.add("type = any(:types)");
        if (search.on() != null) where.add("first_day <= :on and (last_day is null or last_day >= :on)");
        var order = search.order().column();
        var way = search.descending() ? " desc" : "";
        if (!after.isEmpty()) where.add("(%s, agency) %s (:key, :slug)".formatted(order, way.isEmpty() ? ">" : "<"));
        var sql = SELECT
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by %1$s%2$s, agency%2$s".formatted(order, way)
                + (limit < 0 ? "" : " limit " + limit);
        return bind(database.sql().sql(sql), search, after)
                .map(AgencyStore::agency)
                .all();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec sql, AgencySearch search, List<String> after) {
        var bound = sql;
        if (search.parent() != null) bound = bound.bind("parent", search.parent());
        if (search.q() != null) bound = bound.bind("q", containing(search.q()));
        if (!search.types().isEmpty())
            bound = bound.bind("types", search.types().toArray(String[]::new));
        if (search.on() != null) bound = bound.bind("on", search.on());
        return after.isEmpty() ? bound : bound.bind("key", after.getFirst()).bind("slug", after.getLast());
    }

    static String containing(String q) {
        return "%" + q.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** What the decision would change, without changing it. */
    Mono<AgencyChange> preview(Function<List<Agency>, AgencyChange> decision) {
        return all().map(decision);
    }

    /** Register, events and audit row together, and only if every line can be taken. */
    Mono<AgencyChange> take(Function<List<Agency>, AgencyChange> decision, Audit audit, Instant now) {
        return alone(decision, change -> change.possible() ? change.all() : List.of(), audit, now);
    }

    /** What the decision would leave behind, without changing anything. */
    public Mono<List<Agency>> rehearse(Function<List<Agency>, List<Agency>> decision) {
        return all().map(decision);
    }

    /** Register, events and audit row together; the decision gets the whole register and gives what it changed. */
    public Mono<List<Agency>> change(Function<List<Agency>, List<Agency>> decision, Audit audit, Instant now) {
        return alone(decision, changed -> changed, audit, now);
    }

    private <T> Mono<T> alone(
            Function<List<Agency>, T> decision, Function<T, List<Agency>> changed, Audit audit, Instant now) {
        var work = database.sql()
                .sql(LOCK)
                .then()
                .then(Mono.defer(this::all))
                .map(decision)
                .flatMap(made -> changed.apply(made).isEmpty()
                        ? Mono.just(made)
                        : save(changed.apply(made), audit, now).thenReturn(made));
        return database.inTransaction(work)
                .doOnSuccess(_ -> recent.synchronous().invalidateAll());
    }

    private Mono<List<Agency>> all() {
        return database.sql().sql(SELECT).map(AgencyStore::agency).all().collectList();
    }

    private Mono<Void> save(List<Agency> agencies, Audit audit, Instant now) {
        var events = agencies.stream().map(Agency::event).toList();
        return database.sql()
                .sql("""
                        insert into agency
                            (agency, parent, path, type, province, name_th, name_en, first_day, last_day, provenance)
                        select agency, parent, path, type, province, name ->> 'th', name ->> 'en', "from", "to", provenance
                        from jsonb_to_recordset(cast(:agencies as jsonb)) as row
                            (agency text, parent text, path text[], type text, province text, name jsonb, "from" date,
                             "to" date, provenance text)
                        on conflict (agency) do update set
                            parent = excluded.parent, path = excluded.path, type = excluded.type,
                            province = excluded.province, name_th = excluded.name_th, name_en = excluded.name_en,
                            first_day = excluded.first_day, last_day = excluded.last_day,
                            provenance = excluded.provenance
                        """)
                .bind("agencies", EventJson.MAPPER.writeValueAsString(agencies))
                .then()
                .then(remember(agencies))
                .then(outbox.tell(events, now))
                .then(AuditWriter.write(database.sql(), audit));
    }

    /** Former names and lineage are only ever added to. */
    private Mono<Void> remember(List<Agency> agencies) {
        var past = agencies.stream()
                .filter(each -> !each.names().isEmpty() || !each.lineage().equals(Lineage.NONE))
                .toList();
        if (past.isEmpty()) return Mono.empty();
        return database.sql()
                .sql("""
                        with past as (
                            select * from jsonb_to_recordset(cast(:agencies as jsonb))
                                as row (agency text, names jsonb, lineage jsonb)
                        ), called as (
                            insert into former_name (agency, last_day, name_th, name_en)
                            select agency, f."to", f.name ->> 'th', f.name ->> 'en' from past
                            cross join jsonb_to_recordset(names) as f (name jsonb, "to" date)
                            on conflict do nothing
                        )
                        insert into succession (predecessor, successor, kind, day)
                        select agency, link ->> 'agency', link ->> 'kind', (link ->> 'on')::date
                        from past cross join jsonb_array_elements(lineage -> 'successors') as link
                        on conflict do nothing
                        """)
                .bind("agencies", EventJson.MAPPER.writeValueAsString(past))
                .then();
    }

    private static Agency agency(Readable row) {
        return new Agency(
                text(row, "agency"),
                path(row),
                text(row, "type"),
                row.get("province", String.class),
                Map.of("th", text(row, "name_th"), "en", text(row, "name_en")),
                day(row, "first_day"),
                row.get("last_day", LocalDate.class),
                text(row, "provenance"),
                EventJson.MAPPER.readValue(text(row, "names"), NAMES),
                new Lineage(links(row, "predecessors"), links(row, "successors")));
    }

    private static List<Link> links(Readable row, String column) {
        return EventJson.MAPPER.readValue(text(row, column), LINKS);
    }

    private static List<String> path(Readable row) {
        return List.of(Objects.requireNonNull(row.get("path", String[].class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static LocalDate day(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, LocalDate.class), column);
    }
}
