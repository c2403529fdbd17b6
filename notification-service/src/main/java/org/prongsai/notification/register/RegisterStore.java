package org.prongsai.notification.register;

import java.util.List;
import java.util.Map;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The copies of agencies, rounds and people, in this service's own tables. */
@Component
public class RegisterStore {
    private final PostgresClient database;

    RegisterStore(PostgresClient notification) {
        this.database = notification;
    }

    public Mono<Register> read() {
        return Mono.zip(
                        all("round", RoundState.class),
                        all("agency", AgencyChanged.class),
                        all("person", PersonChanged.class))
                .map(all -> new Register(all.getT1(), all.getT2(), all.getT3()));
    }

    private <T> Mono<List<T>> all(String table, Class<T> type) {
        return database.sql()
                .sql("select body::text from " + table + " order by slug")
                .map(row -> EventJson.MAPPER.readValue(row.get(0, String.class), type))
                .all()
                .collectList();
    }

    Mono<Void> keep(Heard heard) {
        return keep("agency", heard.agencies())
                .then(keep("round", heard.rounds()))
                .then(keep("person", heard.people()));
    }

    private Mono<Void> keep(String table, Map<String, Object> states) {
        return database.sql()
                .sql("""
                        insert into %s (slug, body)
                        select slug, body::jsonb from unnest(:slugs, :bodies) as s(slug, body) order by slug
                        on conflict (slug) do update set body = excluded.body
                        """.formatted(table))
                .bind("slugs", states.keySet().toArray(String[]::new))
                .bind(
                        "bodies",
                        states.values().stream()
                                .map(EventJson.MAPPER::writeValueAsString)
                                .toArray(String[]::new))
                .then();
    }
}
