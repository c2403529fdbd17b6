package org.prongsai.assessment.turnout;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The turnout of mornings gone by. */
@Component
public class UsedReader {

    private final DatabaseClient sql;

    UsedReader(@Qualifier("responses") PostgresClient database) {
        this.sql = database.sql();
    }

    /** Of a unit, day by day. */
    public Flux<Used> days(String round, String agency) {
        return sql.sql("""
                        select t.day, p.agency, p.instrument, p.part, t.responses from turnout t join pool p using (pool)
                        where p.round = :round and p.agency = :agency order by t.day
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(UsedReader::used)
                .all();
    }

    /** Of all units, on the last morning that each was counted. */
    public Flux<Used> latest(String round) {
        return sql.sql("""
                        select t.day, p.agency, p.instrument, p.part, t.responses from pool p
                        cross join lateral (select * from turnout t where t.pool = p.pool order by t.day desc limit 1) t
                        where p.round = :round
                        """).bind("round", round).map(UsedReader::used).all();
    }

    private static Used used(Readable row) {
        return new Used(
                Objects.requireNonNull(row.get("day", LocalDate.class)),
                Objects.requireNonNull(row.get("agency", String.class)),
                Objects.requireNonNull(row.get("instrument", String.class)),
                Objects.requireNonNull(row.get("part", String.class)),
                Objects.requireNonNull(row.get("responses", Integer.class)));
    }
}
