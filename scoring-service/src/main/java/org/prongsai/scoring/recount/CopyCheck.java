package org.prongsai.scoring.recount;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.scoring.recount.Copy.Key;
import org.prongsai.scoring.recount.Copy.Kind;
import org.prongsai.scoring.replay.Papers;
import org.prongsai.scoring.score.Unit;

/**
 * Holds what the service keeps of others against what they told it: marks and populations of units, the rounds, their
 * frameworks, and the agencies from their participants up to the root.
 */
final class CopyCheck {
    private final Papers papers;
    private final Differences differences;
    private final Map<Key, Set<String>> concerned = new HashMap<>();
    private final Set<Key> awaited;

    /**
     * @param participants who takes part in the rounds that are looked at
     * @param round the only one, or null for all
     */
    CopyCheck(Papers papers, Set<Unit> participants, @Nullable String round, Differences differences) {
        this.papers = papers;
        this.differences = differences;
        rounds(round).forEach(state -> concern(new Key(Kind.FRAMEWORK, "", state.framework()), state.round()));
        participants.forEach(
                unit -> path(unit).forEach(agency -> concern(new Key(Kind.AGENCY, "", agency), unit.round())));
        this.awaited = new HashSet<>(concerned.keySet());
        rounds(round).forEach(state -> awaited.add(new Key(Kind.ROUND, state.round(), "")));
        papers.register().populations().stream()
                .map(told -> new Key(Kind.POPULATION, told.round(), told.agency()))
                .forEach(awaited::add);
        papers.marked().byUnit().keySet().stream()
                .map(unit -> new Key(Kind.MARKS, unit.round(), unit.agency()))
                .forEach(awaited::add);
        if (round != null)
            awaited.removeIf(key -> !key.round().isEmpty() && !key.round().equals(round));
        awaited.removeIf(key -> said(key).isEmpty());
    }

    private Stream<RoundState> rounds(@Nullable String round) {
        return papers.register().rounds().stream().filter(state -> round == null || round.equals(state.round()));
    }

    private List<String> path(Unit unit) {
        return papers.register().agency(unit.agency()).map(AgencyChanged::path).orElse(List.of());
    }

    private void concern(Key key, String round) {
        concerned.computeIfAbsent(key, _ -> new TreeSet<>()).add(round);
    }

    void live(Copy live) {
        awaited.remove(live.key());
        var said = said(live.key()).orElse(null);
        if (!live.says().equals(said)) differ(live.key(), said, live.says());
    }

    /** To be called behind the last one that is kept. */
    void end() {
        awaited.forEach(key -> differ(key, said(key).orElse(null), null));
    }

    private Optional<Object> said(Key key) {
        var register = papers.register();
        return switch (key.kind()) {
            case FRAMEWORK -> Optional.ofNullable(register.frameworks().get(key.name()));
            case AGENCY -> register.agency(key.name()).map(Copy::agency).map(Copy::says);
            case ROUND -> register.round(key.round()).map(Copy::round).map(Copy::says);
            case POPULATION ->
                register.population(key.round(), key.name())
                        .map(Copy::population)
                        .map(Copy::says);
            case MARKS -> Optional.ofNullable(papers.marked().byUnit().get(new Unit(key.round(), key.name())));
        };
    }

    private void differ(Key key, @Nullable Object said, @Nullable Object live) {
        switch (key.kind()) {
            case FRAMEWORK ->
                rounds(key).forEach(round -> tell(round, "", key.kind().code() + " " + key.name(), null, null));
            case AGENCY ->
                rounds(key).forEach(round -> tell(round, key.name(), key.kind().code(), null, null));
            case ROUND -> tell(key.round(), "", key.kind().code(), null, null);
            case POPULATION -> tell(key.round(), key.name(), key.kind().code(), text(said), text(live));
            case MARKS -> marks(key, said, live);
        }
    }

    private Set<String> rounds(Key key) {
        return concerned.getOrDefault(key, Set.of());
    }

    private void marks(Key key, @Nullable Object said, @Nullable Object live) {
        var told = byItem(said);
        var kept = byItem(live);
        var items = new TreeMap<>(told);
        items.putAll(kept);
        items.keySet().stream()
                .filter(item -> !Objects.equals(told.get(item), kept.get(item)))
                .forEach(item -> tell(
                        key.round(),
                        key.name(),
                        key.kind().code() + " " + item,
                        text(told.get(item)),
                        text(kept.get(item))));
    }

    private static Map<String, Object> byItem(@Nullable Object marks) {
        var byItem = new HashMap<String, Object>();
        if (marks instanceof Map<?, ?> all) all.forEach((item, mark) -> byItem.put(String.valueOf(item), mark));
        return byItem;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void tell(String round, String agency, String what, @Nullable String said, @Nullable String live) {
        differences.add(List.of(new Difference(round, agency, null, null, what, said, live, null)));
    }
}
