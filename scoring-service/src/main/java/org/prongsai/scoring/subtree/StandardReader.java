package org.prongsai.scoring.subtree;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.web.Problem;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what a list of a round's units is measured against. */
@Component
public class StandardReader {

    private final DatabaseClient sql;
    private final FrameworkStore frameworks;

    StandardReader(PostgresClient database, FrameworkStore frameworks) {
        this.sql = database.sql();
        this.frameworks = frameworks;
    }

    private record Found(RoundState state, boolean parentKnown, List<String> unknownTypes) {}

    public Mono<Standard> read(String round, @Nullable String parent, List<String> types) {
        return found(round, parent, types)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .zipWhen(
                        found -> frameworks
                                .find(found.state().framework())
                                .switchIfEmpty(
                                        Mono.error(() -> Problem.unavailable().refusal())),
                        (found, edition) -> new Standard(
                                found.state(), edition.framework(), parent, found.parentKnown(), found.unknownTypes()));
    }

    private Mono<Found> found(String round, @Nullable String parent, List<String> types) {
        return sql.sql("""
                        select state, exists (select from agency where agency = :parent) as parent_known,
                            array(select t.type from unnest(:types) as t(type)
                                where not exists (select from agency a where a.type = t.type)) as unknown_types
                        from round where round = :round
                        """)
                .bind("round", round)
                .bind("parent", parent == null ? "" : parent)
                .bind("types", types.toArray(String[]::new))
                .map(StandardReader::found)
                .one();
    }

    private static Found found(Readable row) {
        var state = Objects.requireNonNull(row.get("state", String.class));
        return new Found(
                EventJson.MAPPER.readValue(state, RoundState.class),
                Boolean.TRUE.equals(row.get("parent_known", Boolean.class)),
                List.of(Objects.requireNonNull(row.get("unknown_types", String[].class))));
    }
}
