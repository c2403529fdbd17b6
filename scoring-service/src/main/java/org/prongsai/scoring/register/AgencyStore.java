package org.prongsai.scoring.register;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.AgencyPathReader;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** This service's copy of the agencies. */
@Component
class AgencyStore implements AgencyPathReader {

    private final DatabaseClient sql;

    AgencyStore(PostgresClient database) {
        this.sql = database.sql();
    }

    Mono<Void> save(List<AgencyChanged> agencies) {
        if (agencies.isEmpty()) return Mono.empty();
        return sql.sql("""
                        insert into agency (agency, path, type, name, names, predecessors, first_day, last_day)
                        select agency, string_to_array(path, '/'), type, name, cast(names as jsonb), cast(predecessors as jsonb),
                            cast(nullif(first_day, '') as date), cast(nullif(last_day, '') as date)
                        from unnest(:agencies, :paths, :types, :names, :formerNames, :predecessors, :firstDays, :lastDays)
                            as w(agency, path, type, name, names, predecessors, first_day, last_day) order by agency
                        on conflict (agency) do update set path = excluded.path, type = excluded.type,
                            name = excluded.name, names = excluded.names, predecessors = excluded.predecessors,
                            first_day = excluded.first_day, last_day = excluded.last_day
                        """)
                .bind("agencies", texts(agencies, AgencyChanged::agency))
                .bind("paths", texts(agencies, each -> String.join("/", each.path())))
                .bind("types", texts(agencies, AgencyChanged::type))
                .bind("names", texts(agencies, each -> EventJson.MAPPER.writeValueAsString(each.name())))
                .bind("formerNames", texts(agencies, each -> EventJson.MAPPER.writeValueAsString(each.names())))
                .bind(
                        "predecessors",
                        texts(
                                agencies,
                                each -> EventJson.MAPPER.writeValueAsString(
                                        each.lineage().predecessors())))
                .bind("firstDays", texts(agencies, each -> Objects.toString(each.from(), "")))
                .bind("lastDays", texts(agencies, each -> Objects.toString(each.to(), "")))
                .then();
    }

    private static String[] texts(List<AgencyChanged> agencies, Function<AgencyChanged, String> column) {
        return agencies.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Mono<List<String>> path(String agency) {
        return sql.sql("select path from agency where agency = :agency")
                .bind("agency", agency)
                .map(row -> List.of(Objects.requireNonNull(row.get("path", String[].class))))
                .one();
    }
}
