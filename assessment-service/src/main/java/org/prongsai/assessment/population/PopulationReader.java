package org.prongsai.assessment.population;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the populations of many units at once. */
@Component
public class PopulationReader {

    private final DatabaseClient sql;

    PopulationReader(@Qualifier("assessment") PostgresClient database) {
        this.sql = database.sql();
    }

    /** By unit; one that has registered none is absent. */
    public Mono<Map<String, Population>> of(String round, Collection<String> agencies) {
        return sql.sql("select agency, internal, on_leave, external, version from population"
                        + " where round = :round and agency = any(:agencies)")
                .bind("round", round)
                .bind("agencies", agencies.toArray(String[]::new))
                .map(PopulationReader::entry)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<String, Population> entry(Readable row) {
        var agency = Objects.requireNonNull(row.get("agency", String.class));
        return Map.entry(agency, PopulationStore.stored(row).population());
    }
}
