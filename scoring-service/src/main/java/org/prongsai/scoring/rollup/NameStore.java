package org.prongsai.scoring.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.listing.Search;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** What agencies are called. */
@Component
class NameStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DatabaseClient sql;

    NameStore(PostgresClient database) {
        this.sql = database.sql();
    }

    record Named(String type, Map<String, String> name) {}

    /** Those of them that somebody looks for. */
    Mono<List<String>> among(List<String> agencies, Search search) {
        if (search.empty()) return Mono.just(agencies);
        var values = new HashMap<String, Object>(Map.of("agencies", agencies.toArray(String[]::new)));
        return sql.sql("select agency from agency a where agency = any(:agencies)" + search.conditions(values))
                .bindValues(values)
                .map(row -> Objects.requireNonNull(row.get("agency", String.class)))
                .all()
                .collectList();
    }

    /** Of those that were heard of. */
    Mono<Map<String, Named>> find(Collection<String> agencies) {
        return sql.sql("select agency, type, name from agency where agency = any(:agencies)")
                .bind("agencies", agencies.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("agency", String.class)),
                        new Named(
                                Objects.requireNonNull(row.get("type", String.class)),
                                EventJson.MAPPER.readValue(
                                        Objects.requireNonNull(row.get("name", String.class)), TEXTS))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
