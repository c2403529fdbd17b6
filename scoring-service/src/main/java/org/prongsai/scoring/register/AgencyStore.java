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
                        insert into agency (agency, path, type, name, last_day, names, predecessors)
                        select agency, string_to_array(path, '/'), type, name, cast(nullif(last_day, '') as date),
                            cast(names as jsonb), cast(predecessors as jsonb)
                        from unnest(:agencies, :paths, :types, :names, :lastDays, :formerNames, :predecessors)
                            as w(agency, path, type, name, last_day, names, predecessors) order by agency
                        on conflict (agency) do update set path = excluded.path, type = excluded.type,
                            name = excluded.name, last_day = excluded.last_day, names = excluded.names,
                            predecessors = excluded.predecessors
                        """)
                .bind("agencies", texts(agencies, AgencyChanged::agency))
                .bind("paths", texts(agencies, each -> String.join("/", each.path())))
                .bind("types", texts(agencies, AgencyChanged::type))
                .bind("names", texts(agencies, each -> EventJson.MAPPER.writeValueAsString(each.name())))
                .bind("lastDays", texts(agencies, each -> Objects.toString(each.to(), "")))
                .bind("formerNames", texts(agencies, each -> EventJson.MAPPER.writeValueAsString(each.names())))
                .bind(
                        "predecessors",
                        texts(
                                agencies,
                                each -> EventJson.MAPPER.writeValueAsString(
                                        each.lineage().predecessors())))
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
