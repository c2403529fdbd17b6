package org.prongsai.scoring.score;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.score.Grounds.Counted;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads together what is known about units, each kind of it for all units at once. */
@Component
class GroundsStore {

    private static final Optional<List<Counted>> NONE = Optional.of(List.of());

    private final DatabaseClient sql;
    private final FrameworkStore frameworks;

    GroundsStore(PostgresClient database, FrameworkStore frameworks) {
        this.sql = database.sql();
        this.frameworks = frameworks;
    }

    private record Rounds(Map<String, RoundState> states, Map<String, Edition> editions) {}

    /** Without those units of which a tally cannot be read: nothing is known of them. */
    Mono<List<Grounds>> load(List<Unit> units) {
        return Mono.zip(rounds(units), agencies(units), populations(units), tallies(units), marks(units))
                .map(found -> units.stream()
                        .filter(unit -> found.getT4().getOrDefault(unit, NONE).isPresent())
                        .map(unit -> grounds(
                                unit, found.getT1(), found.getT2(), found.getT3(), found.getT4(), found.getT5()))
                        .toList());
    }

    private static Grounds grounds(
            Unit unit,
            Rounds rounds,
            Map<String, Candidate> agencies,
            Map<Unit, Map<String, Integer>> populations,
            Map<Unit, Optional<List<Counted>>> tallies,
            Map<Unit, Map<String, Integer>> marks) {
        var round = rounds.states().get(unit.round());
        return new Grounds(
                unit,
                round,
                round == null ? null : rounds.editions().get(round.framework()),
                agencies.get(unit.agency()),
                populations.getOrDefault(unit, Map.of()),
                tallies.getOrDefault(unit, NONE).orElseThrow(),
                marks.getOrDefault(unit, Map.of()));
    }

    private Mono<Rounds> rounds(List<Unit> units) {
        return sql.sql("select state from round where round = any(:rounds)")
                .bind("rounds", units.stream().map(Unit::round).distinct().toArray(String[]::new))
                .map(row -> EventJson.MAPPER.readValue(text(row, "state"), RoundState.class))
                .all()
                .collectMap(RoundState::round)
                .flatMap(states -> frameworks
                        .find(states.values().stream()
                                .map(RoundState::framework)
                                .toList())
                        .map(editions -> new Rounds(states, editions)));
    }

    private Mono<Map<String, Candidate>> agencies(List<Unit> units) {
        return sql.sql("select agency, path, type, first_day, last_day from agency where agency = any(:agencies)")
                .bind("agencies", units.stream().map(Unit::agency).distinct().toArray(String[]::new))
                .map(row -> Map.entry(text(row, "agency"), agency(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Candidate agency(Readable row) {
        return new Candidate(
                List.of(texts(row, "path")),
                text(row, "type"),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
    }

    private Mono<Map<Unit, Map<String, Integer>>> populations(List<Unit> units) {
        return of("select * from population join " + ScoreStore.WANTED + " using (round, agency)", units)
                .map(row -> Map.entry(
                        ScoreStore.unit(row), Grounds.population(number(row, "internal"), number(row, "external"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private record Summed(Unit unit, String instrument, String part, String framework, long responses, String body) {

        Counted counted(Map<String, Edition> editions) {
            var edition = editions.get(framework);
            if (edition == null) throw new IllegalArgumentException("no framework is called so");
            var counted = Counted.of(instrument, part, edition.form(instrument, part), body);
            var tally = counted.tally();
            if (tally != null && tally.respondents() != responses)
                throw new IllegalArgumentException("another number of answers");
            return counted;
        }
    }

    private Mono<Map<Unit, Optional<List<Counted>>>> tallies(List<Unit> units) {
        return of("select * from tally join " + ScoreStore.WANTED + " using (round, agency)", units)
                .map(row -> new Summed(
                        ScoreStore.unit(row),
                        text(row, "instrument"),
                        text(row, "part"),
                        text(row, "framework"),
                        Objects.requireNonNull(row.get("responses", Long.class)),
                        text(row, "body")))
                .all()
                .collectList()
                .flatMap(all -> frameworks
                        .find(all.stream().map(Summed::framework).toList())
                        .map(editions -> all.stream()
                                .collect(Collectors.groupingBy(
                                        Summed::unit,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(), some -> counted(some, editions))))));
    }

    /** Empty where one of them is damaged. */
    private static Optional<List<Counted>> counted(List<Summed> ofUnit, Map<String, Edition> editions) {
        try {
            return Optional.of(
                    ofUnit.stream().map(each -> each.counted(editions)).toList());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Mono<Map<Unit, Map<String, Integer>>> marks(List<Unit> units) {
        return of("""
                        select round, agency, array_agg(item) items, array_agg(mark) marks
                        from mark join %s using (round, agency) group by round, agency
                        """.formatted(ScoreStore.WANTED), units)
                .map(row -> Map.entry(
                        ScoreStore.unit(row),
                        marks(texts(row, "items"), Objects.requireNonNull(row.get("marks", Integer[].class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map<String, Integer> marks(String[] items, Integer[] marks) {
        var byItem = new HashMap<String, Integer>();
        for (int i = 0; i < items.length; i++) byItem.put(items[i], marks[i]);
        return byItem;
    }

    private DatabaseClient.GenericExecuteSpec of(String query, List<Unit> units) {
        return ScoreStore.bind(sql.sql(query), units);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static String[] texts(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String[].class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
