package org.prongsai.assessment.person;

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
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The people and their assignments. */
@Component
final class PersonStore {
    private static final TypeReference<List<Assignment>> ASSIGNMENTS = new TypeReference<>() {};

    /** Each person with those assignments that the reach covers; no row for a person it does not cover at all. */
    private static final String SELECT = """
            select p.person, p.name_th, p.name_en, p.email, p.language, a.list
            from person p cross join lateral (
                select count(*) as count, coalesce(json_agg(json_build_object(
                    'role', s.role, 'agency', s.agency, 'from', s.first_day, 'to', s.last_day)), '[]')::text as list
                from assignment s join agency using (agency)
                where s.person = p.person and (:everywhere or agency.path && :agencies)) a
            where (:everywhere or a.count > 0)
            """;

    private final PostgresClient database;
    private final OutboxWriter outbox;

    PersonStore(@Qualifier("assessment") PostgresClient database, @Qualifier("assessmentOutbox") OutboxWriter outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    Mono<Person> find(String person, Reach reach) {
        if (!Slug.good(person)) return Mono.empty();
        return database.sql()
                .sql(SELECT + " and p.person = :person")
                .bind("person", person)
                .bind("everywhere", reach.everywhere())
                .bind("agencies", reach.agencies().toArray(String[]::new))
                .map(PersonStore::person)
                .one();
    }

    /** By slug, those after this one. */
    Flux<Person> list(String after, int limit, Reach reach) {
        return database.sql()
                .sql(SELECT + " and p.person > :after order by p.person limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .bind("everywhere", reach.everywhere())
                .bind("agencies", reach.agencies().toArray(String[]::new))
                .map(PersonStore::person)
                .all();
    }

    /** Person, event and audit row together, unless nothing changes. */
    Mono<Saving> save(Person person, Function<Optional<Person>, Saving> decision, Audit audit, Instant now) {
        var work = database.sql()
                .sql("select pg_advisory_xact_lock(5601004, hashtext(:person))")
                .bind("person", person.person())
                .then()
                .then(find(person.person(), Reach.EVERYWHERE).singleOptional())
                .map(decision)
                .flatMap(saving -> saving == Saving.UNCHANGED
                        ? Mono.just(saving)
                        : write(person, audit, now).thenReturn(saving));
        return database.inTransaction(work);
    }

    private Mono<Void> write(Person person, Audit audit, Instant now) {
        return row(person)
                .then(assignments(person))
                .then(outbox.tell(List.of(person.event()), now))
                .then(AuditWriter.write(database.sql(), audit));
    }

    private Mono<Void> row(Person person) {
        return database.sql()
                .sql("""
                        insert into person (person, name_th, name_en, email, language)
                        values (:person, :th, :en, :email, :language)
                        on conflict (person) do update set name_th = excluded.name_th, name_en = excluded.name_en,
                            email = excluded.email, language = excluded.language""")
                .bind("person", person.person())
                .bind("th", Objects.requireNonNull(person.name().get("th")))
                .bind("en", Objects.requireNonNull(person.name().get("en")))
                .bind("email", person.email())
                .bind("language", person.language())
                .then();
    }

    private Mono<Void> assignments(Person person) {
        return database.sql()
                .sql("delete from assignment where person = :person")
                .bind("person", person.person())
                .then()
                .then(database.sql()
                        .sql("""
                                insert into assignment (person, role, agency, first_day, last_day)
                                select :person, role, agency, "from", "to"
                                from jsonb_to_recordset(cast(:assignments as jsonb))
                                    as a (role text, agency text, "from" date, "to" date)""")
                        .bind("person", person.person())
                        .bind("assignments", EventJson.MAPPER.writeValueAsString(person.assignments()))
                        .then());
    }

    private static Person person(Readable row) {
        return new Person(
                text(row, "person"),
                Map.of("th", text(row, "name_th"), "en", text(row, "name_en")),
                text(row, "email"),
                text(row, "language"),
                EventJson.MAPPER.readValue(text(row, "list"), ASSIGNMENTS));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
