package org.prongsai.scoring.rebuild;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.messaging.LogReader;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.Place;
import org.prongsai.messaging.PositionStore;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.StreamStore;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.mark.MarkStore;
import org.prongsai.scoring.register.CopyWriter;
import org.prongsai.scoring.replay.Inbox;
import org.prongsai.scoring.replay.LogCount;
import org.prongsai.scoring.replay.LogCountReader;
import org.prongsai.scoring.replay.Papers;
import org.prongsai.scoring.replay.Reach;
import org.prongsai.scoring.score.ScoreWriter;
import org.prongsai.scoring.score.Unit;
import org.prongsai.scoring.tally.KeptTally;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;
import org.prongsai.scoring.tally.TallyStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts what the log says in the place of what is kept, within one transaction of the tables' owner. */
final class RebuildStore {
    private static final int TALLIES_AT_ONCE = 500;
    private static final int MARKS_AT_ONCE = 10_000;

    private final PostgresClient database;
    private final PositionStore positions;

    RebuildStore(PostgresClient database) {
        this.database = database;
        this.positions = new PositionStore(database);
    }

    /** From here on the service hears nothing more, however long it takes; readers of scores notice nothing. */
    Mono<Void> hold(Collection<Place> places) {
        return run("set local idle_in_transaction_session_timeout = 0")
                .then(run("set local statement_timeout = 0"))
                .thenMany(Flux.fromArray(Inbox.values()))
                .concatMap(inbox -> positions.hold(inbox.code(), inbox.among(places)))
                .then();
    }

    /** A sentence for each place where the log, as far as these readers have read it, holds less than was heard of it. */
    Mono<List<String>> lost(Map<Place, Long> ends, List<LogReader> readers) {
        return positions
                .of(Inbox.codes())
                .map(heard -> new Reach(heard, ends).lost())
                .zipWith(positions.ahead(Inbox.codes(), readers), (places, streams) -> Stream.concat(
                                places.stream(), streams.stream())
                        .toList());
    }

    Mono<Long> scores() {
        return database.sql()
                .sql("select count(*) from score where participates")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /**
     * @param told what others were told last of each unit's score
     * @return how many scores became other ones
     */
    Mono<Integer> replace(Papers papers, LogCount count, Map<Unit, ScoreChanged> told, Instant now) {
        var frameworks = new FrameworkStore(database);
        return run("delete from tally")
                .then(run("delete from mark"))
                .then(run("delete from population"))
                .then(run("delete from round"))
                .then(run("delete from framework"))
                .then(forgetAgencies(papers))
                .then(CopyWriter.on(database, frameworks)
                        .write(papers.register())
                        .then())
                .then(saveTallies(count.sums()))
                .then(saveMarks(papers))
                .then(units(count, papers))
                .map(units ->
                        Stream.concat(units.stream(), told.keySet().stream()).toList())
                .flatMap(units -> ScoreWriter.on(database, frameworks, new OutboxWriter(database))
                        .rewrite(units, told, now));
    }

    /** Those with a result of earlier years stay: that did not come from the log. */
    private Mono<Void> forgetAgencies(Papers papers) {
        return database.sql()
                .sql("""
                        delete from agency a where a.agency <> all(:agencies)
                            and not exists (select from official_result o where o.agency = a.agency)
                        """)
                .bind("agencies", papers.agencies().toArray(String[]::new))
                .then();
    }

    private Mono<Void> saveTallies(Map<TallyKey, Sum> sums) {
        var store = new TallyStore(database);
        return Flux.fromIterable(sums.entrySet())
                .buffer(TALLIES_AT_ONCE)
                .concatMap(some -> store.save(some.stream()
                        .map(each -> KeptTally.of(each.getKey(), each.getValue()))
                        .toList()))
                .then();
    }

    private Mono<Void> saveMarks(Papers papers) {
        var store = new MarkStore(database);
        return Flux.fromIterable(papers.marked().all())
                .buffer(MARKS_AT_ONCE)
                .concatMap(store::save)
                .then();
    }

    /** All of which the log, or the table, says anything. */
    private Mono<List<Unit>> units(LogCount count, Papers papers) {
        return database.sql()
                .sql("select round, agency from score")
                .map(row -> new Unit(text(row.get("round", String.class)), text(row.get("agency", String.class))))
                .all()
                .collectList()
                .map(kept -> {
                    var units = new ArrayList<>(kept);
                    units.addAll(papers.participants(null));
                    units.addAll(papers.units());
                    count.sums().keySet().forEach(key -> units.add(key.unit()));
                    return units;
                });
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }

    /** The service goes on behind what the log held; numbers of its own events too, if they were lost. */
    Mono<Void> goOn(LogCountReader log, LogCount count, LogReader scores) {
        Function<Inbox, List<Refused>> refused = inbox -> switch (inbox) {
            case REGISTER -> log.papers().register().refused();
            case ITEMS -> log.papers().marked().refused();
            case RESPONSES -> count.refused();
        };
        return Flux.fromArray(Inbox.values())
                .concatMap(inbox -> positions.put(inbox.code(), inbox.topics(), log.readers(), refused.apply(inbox)))
                .then(new StreamStore(database).raise(Topic.SCORES, scores).then());
    }

    private Mono<Void> run(String sql) {
        return database.sql().sql(sql).then();
    }
}
