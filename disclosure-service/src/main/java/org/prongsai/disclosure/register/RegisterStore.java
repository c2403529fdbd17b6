package org.prongsai.disclosure.register;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.AgencyPathReader;
import org.prongsai.web.PublicationReader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copies of agencies, rounds and frameworks, in this service's own tables. */
@Component
public class RegisterStore implements AgencyPathReader, PublicationReader {
    /** In no slug. */
    private static final String STEP = "/";

    private final PostgresClient database;

    RegisterStore(PostgresClient disclosure) {
        this.database = disclosure;
    }

    @Override
    public Mono<List<String>> path(String agency) {
        return unit(agency).map(Unit::path);
    }

    /** No round is published yet: the event that says so comes with certification. */
    @Override
    public Mono<Boolean> published(String round) {
        return round(round).map(state -> false);
    }

    public Mono<Unit> unit(String agency) {
        return database.sql()
                .sql("select agency, path, type, first_day, last_day from agency where agency = :agency")
                .bind("agency", agency)
                .map(row -> unit(row))
                .one();
    }

    public Flux<Unit> units() {
        return database.sql()
                .sql("select agency, path, type, first_day, last_day from agency")
                .map(row -> unit(row))
                .all();
    }

    public Mono<RoundState> round(String round) {
        return database.sql()
                .sql("select state::text as state from round where round = :round")
                .bind("round", round)
                .map(row -> EventJson.MAPPER.readValue(text(row, "state"), RoundState.class))
                .one();
    }

    public Mono<Framework> framework(String ref) {
        return database.sql()
                .sql("select document::text as document from framework where ref = :ref")
                .bind("ref", ref)
                .map(row -> FrameworkFile.parse(text(row, "document")).orThrow())
                .one();
    }

    Mono<Void> keepUnits(Collection<Unit> units) {
        return database.sql()
                .sql("""
                        insert into agency (agency, path, type, first_day, last_day)
                        select agency, string_to_array(path, '/'), type,
                            cast(nullif(first_day, '') as date), cast(nullif(last_day, '') as date)
                        from unnest(:agencies, :paths, :types, :firstDays, :lastDays)
                            as a(agency, path, type, first_day, last_day) order by agency
                        on conflict (agency) do update set path = excluded.path, type = excluded.type,
                            first_day = excluded.first_day, last_day = excluded.last_day
                        """)
                .bind("agencies", column(units, Unit::agency))
                .bind("paths", column(units, unit -> String.join(STEP, unit.path())))
                .bind("types", column(units, Unit::type))
                .bind("firstDays", column(units, unit -> Objects.toString(unit.from(), "")))
                .bind("lastDays", column(units, unit -> Objects.toString(unit.to(), "")))
                .then();
    }

    Mono<Void> keepRounds(Collection<RoundState> rounds) {
        return database.sql()
                .sql("""
                        insert into round (round, state)
                        select round, state::jsonb from unnest(:rounds, :states) as r(round, state) order by round
                        on conflict (round) do update set state = excluded.state
                        """)
                .bind("rounds", column(rounds, RoundState::round))
                .bind("states", column(rounds, EventJson.MAPPER::writeValueAsString))
                .then();
    }

    /** A version that is known stays as it is: it never changes. */
    Mono<Void> keepFrameworks(Collection<FrameworkPublished> frameworks) {
        return database.sql()
                .sql("""
                        insert into framework (ref, document)
                        select ref, document::jsonb from unnest(:refs, :documents) as f(ref, document) order by ref
                        on conflict do nothing
                        """)
                .bind("refs", column(frameworks, FrameworkPublished::ref))
                .bind(
                        "documents",
                        column(frameworks, framework -> framework.document().toString()))
                .then();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static Unit unit(Readable row) {
        return new Unit(
                text(row, "agency"),
                List.of(Objects.requireNonNull(row.get("path", String[].class))),
                text(row, "type"),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
