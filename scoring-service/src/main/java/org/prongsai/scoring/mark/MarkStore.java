package org.prongsai.scoring.mark;

import java.util.List;
import java.util.function.Function;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.PostgresClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last mark of each item of each unit. */
@Component
public class MarkStore {

    private final DatabaseClient sql;

    public MarkStore(PostgresClient database) {
        this.sql = database.sql();
    }

    public Mono<Void> save(List<ItemMarked> marks) {
        if (marks.isEmpty()) return Mono.empty();
        return sql.sql("""
                        insert into mark (round, agency, item, mark)
                        select * from unnest(:rounds, :agencies, :items, :marks) as w(round, agency, item, mark)
                        order by round, agency, item
                        on conflict (round, agency, item) do update set mark = excluded.mark
                        """)
                .bind("rounds", texts(marks, ItemMarked::round))
                .bind("agencies", texts(marks, ItemMarked::agency))
                .bind("items", texts(marks, ItemMarked::item))
                .bind("marks", marks.stream().map(ItemMarked::mark).toArray(Integer[]::new))
                .then();
    }

    private static String[] texts(List<ItemMarked> marks, Function<ItemMarked, String> column) {
        return marks.stream().map(column).toArray(String[]::new);
    }
}
