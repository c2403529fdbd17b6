package org.prongsai.scoring.subtree;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Spread;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.framework.FrameworkStore;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads all units of a subtree at once, and keeps them for the moment in which many ask for them. */
@Component
public class SubtreeStore {
    /** Total, low and high. */
    private static final int OWN = 3;

    private final DatabaseClient sql;
    private final FrameworkStore frameworks;
    private final AsyncLoadingCache<Key, Subtree> recent;

    SubtreeStore(PostgresClient database, FrameworkStore frameworks, SubtreeSettings settings) {
        this.sql = database.sql();
        this.frameworks = frameworks;
        // While many ask, they are shown the old one until the new one is there, so that nobody waits for it.
        this.recent = Caffeine.newBuilder()
                .maximumSize(settings.atMost())
                .refreshAfterWrite(settings.kept())
                .expireAfterWrite(settings.kept().multipliedBy(2))
                .buildAsync((key, _) -> read(key).toFuture());
    }

    /** @param whole whether all units of the round are below the root */
    private record Key(String round, String root, boolean whole, String framework) {}

    public Mono<Subtree> find(Standard standard) {
        var round = standard.round();
        var key = new Key(round.round(), standard.root(), standard.whole(), round.framework());
        return Mono.fromFuture(() -> recent.get(key), true);
    }

    private Mono<Subtree> read(Key key) {
        return frameworks.find(key.framework()).map(Edition::framework).flatMap(framework -> members(key, framework)
                // Sorting thousands is no work for the thread that reads from the database.
                .publishOn(Schedulers.parallel())
                .map(members -> new Subtree(members, framework)));
    }

    private Mono<List<Member>> members(Key key, Framework framework) {
        var columns = Column.all(framework);
        var known = new HashMap<String, BigDecimal>();
        var query = sql.sql(text(columns, key.whole())).bind("round", key.round());
        for (int at = 0; at < columns.size(); at++)
            query = query.bind("c" + at, columns.get(at).code());
        return query.bind("root", key.root())
                .map(row -> member(row, known))
                .all()
                .collectList();
    }

    /** All numbers of a unit as one text: far fewer values to read than one by one. */
    private static String text(List<Column> columns, boolean whole) {
        var scores = IntStream.range(0, columns.size())
                .mapToObj(at -> "s.%s ->> cast(:c%d as text)"
                        .formatted(columns.get(at).indicator() ? "indicators" : "instruments", at))
                .collect(Collectors.joining(", "));
        return """
                select s.agency, a.path[array_position(a.path, cast(:root as text)) + 1] as branch, s.level, s.left_out, s.spread,
                    array_to_string(array[s.total::text, s.total_low::text, s.total_high::text, %s], ',', '') as numbers
                from score s join agency a using (agency)
                where s.round = :round and s.participates and s.body is not null %s
                """.formatted(scores, whole ? "" : "and a.path @> array[cast(:root as text)]");
    }

    private static Member member(Readable row, Map<String, BigDecimal> known) {
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        for (var each : text(row, "numbers").split(",", -1)) numbers.add(number(each, known));
        var spread = row.get("spread", String.class);
        return new Member(
                text(row, "agency"),
                row.get("branch", String.class),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                spread == null ? Spread.UNKNOWN : Spread.of(spread),
                row.get("level", String.class),
                row.get("left_out", String.class),
                numbers.subList(OWN, numbers.size()));
    }

    /** There are no more numbers than hundredths of a point, so each is kept once. */
    private static @Nullable BigDecimal number(String text, Map<String, BigDecimal> known) {
        return text.isEmpty() ? null : known.computeIfAbsent(text, BigDecimal::new);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
