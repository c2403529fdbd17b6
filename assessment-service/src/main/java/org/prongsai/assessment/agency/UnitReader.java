package org.prongsai.assessment.agency;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads many units at once, without what they were before or became. */
@Component
public class UnitReader {

    private final DatabaseClient sql;

    UnitReader(@Qualifier("assessment") PostgresClient database) {
        this.sql = database.sql();
    }

    /** A unit as a list of a round shows it. */
    public record Unit(Candidate candidate, Map<String, String> name) {
        public String agency() {
            return candidate.path().getLast();
        }
    }

    /**
     * Which units are looked for.
     *
     * @param within roots of subtrees; they lie in each of them
     * @param reach roots of subtrees; they lie in one of them, or anywhere for null
     * @param types empty means every type
     * @param q part of a slug or of a name of now or before
     */
    public record Wanted(
            List<String> within,
            @Nullable List<String> reach,
            List<String> types,
            @Nullable String q) {}

    /** In no order. */
    public Flux<Unit> list(Wanted wanted) {
        var where = new ArrayList<>(List.of("path @> :within"));
        if (wanted.reach() != null) where.add("path && :reach");
        if (!wanted.types().isEmpty()) where.add("type = any(:types)");
        if (wanted.q() != null) where.add(AgencyStore.NAMED);
        var query = sql.sql("select path, type, first_day, last_day, name_th, name_en from agency where "
                + String.join(" and ", where));
        return bind(query, wanted).map(UnitReader::unit).all();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec query, Wanted wanted) {
        var bound = query.bind("within", wanted.within().toArray(String[]::new));
        if (wanted.reach() != null) bound = bound.bind("reach", wanted.reach().toArray(String[]::new));
        if (!wanted.types().isEmpty())
            bound = bound.bind("types", wanted.types().toArray(String[]::new));
        return wanted.q() == null ? bound : bound.bind("q", AgencyStore.containing(wanted.q()));
    }

    private static Unit unit(Readable row) {
        var candidate = new Candidate(
                List.of(Objects.requireNonNull(row.get("path", String[].class))),
                text(row, "type"),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
        return new Unit(candidate, Agency.thaiFirst(Map.of("th", text(row, "name_th"), "en", text(row, "name_en"))));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
