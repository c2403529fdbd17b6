package org.prongsai.scoring.framework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.file.FrameworkFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every framework version heard of; parsed at the first use, then kept in memory. */
@Component
public class FrameworkStore {

    private final Map<String, Edition> kept = new ConcurrentHashMap<>();
    private final DatabaseClient sql;

    public FrameworkStore(PostgresClient database) {
        this.sql = database.sql();
    }

    public Mono<Void> save(Map<String, String> documents) {
        if (documents.isEmpty()) return Mono.empty();
        var rows =
                documents.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return sql.sql("""
                        insert into framework (ref, document)
                        select ref, document from unnest(:refs, :documents) as f(ref, document)
                        on conflict do nothing
                        """)
                .bind("refs", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind("documents", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .then();
    }

    /** Those of them that are known, by ref. */
    public Mono<Map<String, Edition>> find(Collection<String> refs) {
        var missing =
                refs.stream().filter(ref -> !kept.containsKey(ref)).distinct().toList();
        if (missing.isEmpty()) return Mono.fromSupplier(() -> known(refs));
        return sql.sql("select ref, document from framework where ref = any(:refs)")
                .bind("refs", missing.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("ref", String.class)),
                        Objects.requireNonNull(row.get("document", String.class))))
                .all()
                .doOnNext(found -> kept.put(found.getKey(), edition(found.getValue())))
                .then(Mono.fromSupplier(() -> known(refs)));
    }

    public Mono<Edition> find(String ref) {
        return find(List.of(ref)).mapNotNull(found -> found.get(ref));
    }

    /** All of them, or an error that names the first unknown one: it may be told any moment. */
    public Mono<Map<String, Edition>> need(Collection<String> refs) {
        return find(refs).handle((found, next) -> {
            Optional<String> unknown =
                    refs.stream().filter(ref -> !found.containsKey(ref)).findFirst();
            if (unknown.isEmpty()) next.next(found);
            else next.error(new IllegalStateException("framework " + unknown.get() + " is not known yet"));
        });
    }

    private Map<String, Edition> known(Collection<String> refs) {
        return refs.stream()
                .distinct()
                .map(kept::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(
                        edition -> String.valueOf(edition.framework().ref()), edition -> edition));
    }

    private static Edition edition(String document) {
        return Edition.of(FrameworkFile.parse(document).orThrow());
    }
}
