package org.prongsai.scoring.register;

import java.util.List;
import java.util.function.Function;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.PublicationReader;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** This service's copy of the rounds and of the populations registered in them. */
@Component
class RoundStore implements PublicationReader {

    private final DatabaseClient sql;

    RoundStore(PostgresClient database) {
        this.sql = database.sql();
    }

    Mono<Void> save(List<RoundState> rounds) {
        if (rounds.isEmpty()) return Mono.empty();
        return sql.sql("""
                        insert into round (round, framework, parent, types, state)
                        select round, framework, parent, string_to_array(types, ','), state
                        from unnest(:rounds, :frameworks, :parents, :types, :states)
                            as w(round, framework, parent, types, state) order by round
                        on conflict (round) do update set framework = excluded.framework, parent = excluded.parent,
                            types = excluded.types, state = excluded.state
                        """)
                .bind("rounds", texts(rounds, RoundState::round))
                .bind("frameworks", texts(rounds, RoundState::framework))
                .bind("parents", texts(rounds, each -> each.participants().parent()))
                .bind(
                        "types",
                        texts(
                                rounds,
                                each -> String.join(",", each.participants().types())))
                .bind("states", texts(rounds, EventJson.MAPPER::writeValueAsString))
                .then();
    }

    Mono<Void> savePopulations(List<PopulationRegistered> populations) {
        if (populations.isEmpty()) return Mono.empty();
        return sql.sql("""
                        insert into population (round, agency, internal, external)
                        select * from unnest(:rounds, :agencies, :internal, :external)
                            as w(round, agency, internal, external) order by round, agency
                        on conflict (round, agency)
                        do update set internal = excluded.internal, external = excluded.external
                        """)
                .bind("rounds", texts(populations, PopulationRegistered::round))
                .bind("agencies", texts(populations, PopulationRegistered::agency))
                .bind("internal", numbers(populations, PopulationRegistered::internal))
                .bind("external", numbers(populations, PopulationRegistered::external))
                .then();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    /** Publication is not told to this service yet, so what it knows is not public. */
    @Override
    public Mono<Boolean> published(String round) {
        return sql.sql("select false as published from round where round = :round")
                .bind("round", round)
                .map(row -> Boolean.TRUE.equals(row.get("published", Boolean.class)))
                .one();
    }
}
