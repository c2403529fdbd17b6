package org.prongsai.assessment.draw;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Caller;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who gives out the invitations of a subtree in a round; without a word of anybody the units do themselves. */
@Component
class RuleStore {

    private final PostgresClient database;
    private final AgencyStore agencies;

    RuleStore(@Qualifier("assessment") PostgresClient database, AgencyStore agencies) {
        this.database = database;
        this.agencies = agencies;
    }

    /** What holds for a unit with this path, root … self. */
    Mono<DrawnBy> of(String round, List<String> path) {
        return database.sql()
                .sql("""
                        select drawn_by from invitation_rule where round = :round and agency = any(:path)
                        order by array_position(:path, agency) desc limit 1
                        """)
                .bind("round", round)
                .bind("path", path.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .map(code -> code.equals(DrawnBy.ABOVE.code()) ? DrawnBy.ABOVE : DrawnBy.UNIT)
                .defaultIfEmpty(DrawnBy.UNIT);
    }

    /** Whether drawing was taken from where a caller stands on this path: from there, or from all below something above. */
    Mono<Boolean> forbids(String round, List<String> path, Caller caller) {
        return DrawnBy.of(caller, path) == DrawnBy.AUTHORITY
                ? Mono.just(false)
                : of(round, DrawnBy.place(caller, path)).map(rule -> rule == DrawnBy.ABOVE);
    }

    /** In a caller's transaction; what was said before of agencies below ends where drawing is taken from all of them. */
    Mono<Void> set(String round, String agency, DrawnBy drawnBy) {
        return drawnBy == DrawnBy.ABOVE
                ? forgetBelow(round, agency).then(Mono.defer(() -> write(round, agency, drawnBy)))
                : write(round, agency, drawnBy);
    }

    private Mono<Void> forgetBelow(String round, String agency) {
        return database.sql()
                .sql("select agency from invitation_rule where round = :round")
                .bind("round", round)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .flatMap(agencies::paths)
                .flatMap(paths -> forget(
                        round,
                        paths.entrySet().stream()
                                .filter(each -> each.getValue().contains(agency))
                                .map(Map.Entry::getKey)
                                .filter(below -> !below.equals(agency))
                                .toArray(String[]::new)));
    }

    private Mono<Void> forget(String round, String[] below) {
        return database.sql()
                .sql("delete from invitation_rule where round = :round and agency = any(:below)")
                .bind("round", round)
                .bind("below", below)
                .then();
    }

    private Mono<Void> write(String round, String agency, DrawnBy drawnBy) {
        return database.sql()
                .sql("insert into invitation_rule (round, agency, drawn_by) values (:round, :agency, :drawnBy)"
                        + " on conflict (round, agency) do update set drawn_by = excluded.drawn_by")
                .bind("round", round)
                .bind("agency", agency)
                .bind("drawnBy", drawnBy.code())
                .then();
    }
}
