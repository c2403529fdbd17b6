package org.prongsai.scoring.listing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.PostgresClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out whether agencies and types that a list is asked for are known. */
@Component
public class ScopeReader {
    private static final String COLUMNS = """
            exists (select from agency where agency = :parent) as parent_known,
                array(select t.type from unnest(:types) as t(type)
                    where not exists (select from agency a where a.type = t.type)) as unknown_types""";

    private final DatabaseClient sql;

    ScopeReader(PostgresClient database) {
        this.sql = database.sql();
    }

    public Mono<Scope> read(@Nullable String parent, List<String> types) {
        return asking("", parent, types).map(row -> scope(row, parent)).one();
    }

    /** The same in one statement with something else. */
    public DatabaseClient.GenericExecuteSpec asking(String beside, @Nullable String parent, List<String> types) {
        return sql.sql("select " + COLUMNS + beside)
                .bind("parent", parent == null ? "" : parent)
                .bind("types", types.toArray(String[]::new));
    }

    public static Scope scope(Readable row, @Nullable String parent) {
        return new Scope(
                parent,
                Boolean.TRUE.equals(row.get("parent_known", Boolean.class)),
                List.of(Objects.requireNonNull(row.get("unknown_types", String[].class))));
    }
}
