package org.prongsai.assessment.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reports, each holder's once: a keyed hash of who may report, which is that of no invitation and of no answer. */
@Component
class ReportStore {

    private final DatabaseClient sql;

    ReportStore(@Qualifier("tickets") PostgresClient database) {
        this.sql = database.sql();
    }

    /** @param holder in hex */
    Mono<Void> add(String round, String agency, Kind kind, String holder) {
        return sql.sql("""
                        insert into report (round, agency, kind, holder)
                        values (:round, :agency, :kind, decode(:holder, 'hex')) on conflict do nothing
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .bind("kind", kind.code())
                .bind("holder", holder)
                .then();
    }

    /** How many holders have reported what; a kind that nobody reported is absent. */
    Mono<Map<Kind, Integer>> counts(String round, String agency) {
        return sql.sql("select kind, count(*)::int as holders from report"
                        + " where round = :round and agency = :agency group by kind")
                .bind("round", round)
                .bind("agency", agency)
                .map(row -> Map.entry(
                        Kind.of(Objects.requireNonNull(row.get("kind", String.class)))
                                .orElseThrow(),
                        Objects.requireNonNull(row.get("holders", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(Kind.class));
    }
}
