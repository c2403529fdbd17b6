package org.prongsai.assessment.turnout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.UnitReader.Unit;
import org.prongsai.assessment.agency.UnitReader.Wanted;
import org.prongsai.assessment.survey.Standard;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which units of a round somebody wants to see, and in which order.
 *
 * @param instruments those that are shown
 * @param reached whether all of them have their minimum; null for either
 */
record TurnoutSearch(
        Standard standard,
        @Nullable String parent,
        @Nullable String q,
        List<Instrument> instruments,
        @Nullable Boolean reached,
        Order order) {

    /** What was asked for, as it came in; blank is as good as nothing. */
    record Asked(
            @Nullable String parent,
            @Nullable String q,
            @Nullable String instrument,
            @Nullable Boolean reached,
            String sort) {

        Asked {
            parent = blankIsNone(parent);
            q = blankIsNone(q);
            instrument = blankIsNone(instrument);
        }

        private static @Nullable String blankIsNone(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        boolean known(List<Instrument> surveys) {
            return instrument == null || codes(surveys).contains(instrument);
        }

        List<Instrument> shown(List<Instrument> surveys) {
            if (instrument == null || !known(surveys)) return surveys;
            return surveys.stream()
                    .filter(each -> each.code().equals(instrument))
                    .toList();
        }
    }

    /** A stretch of the list: so many after a unit, or from the first on. */
    record Stretch(Optional<Order.Key> after, int most) {
        static final Stretch WHOLE = new Stretch(Optional.empty(), Integer.MAX_VALUE);
    }

    /** Throws a refusal that names everything wrong with it. */
    static TurnoutSearch of(Asked asked, Standard standard, boolean parentKnown) {
        var surveys = standard.surveys();
        var shown = asked.shown(surveys);
        var order = Order.of(asked.sort(), codes(shown));
        var faults = new ArrayList<Fault>();
        if (!parentKnown) faults.add(new Fault("?parent", "unknown-agency", null, asked.parent()));
        if (!asked.known(surveys))
            faults.add(new Fault("?instrument", "unknown-instrument", codes(surveys), asked.instrument()));
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-order", Order.names(codes(shown)), asked.sort()));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        return new TurnoutSearch(standard, asked.parent(), asked.q(), shown, asked.reached(), order.orElseThrow());
    }

    private static List<String> codes(List<Instrument> instruments) {
        return instruments.stream().map(Instrument::code).toList();
    }

    /** The units among which the participants are, as far as this onlooker sees. */
    Wanted wanted(Onlooker onlooker) {
        var participants = standard.round().state().participants();
        var within = Stream.concat(Stream.of(participants.parent()), Stream.ofNullable(parent))
                .toList();
        var reach = onlooker.authority() ? null : onlooker.agencies();
        return new Wanted(within, reach, participants.types(), q);
    }

    /** Those whose turnout must be known: all, unless their names alone say which are in the stretch. */
    List<Unit> measured(List<Unit> units, Stretch stretch) {
        boolean byName = order.byAgency() && reached == null;
        return byName ? cut(units, unit -> new Order.Key(null, unit.agency()), stretch) : units;
    }

    List<TurnoutRow> rows(List<Unit> units, Measure measure, Stretch stretch) {
        var rows = units.stream()
                .map(unit -> row(unit, measure))
                .filter(row -> reached == null || row.reached() == reached)
                .toList();
        return cut(rows, order::key, stretch);
    }

    private TurnoutRow row(Unit unit, Measure measure) {
        var agency = unit.agency();
        var measured = measure.of(agency, instruments);
        return new TurnoutRow(
                agency,
                unit.name(),
                standard.round().state().with(agency),
                measured.stream().map(TurnoutRow.Progress::of).toList());
    }

    /** What of a row says where the list goes on after it. */
    List<String> place(TurnoutRow row) {
        return order.key(row).texts();
    }

    private <T> List<T> cut(List<T> all, Function<T, Order.Key> key, Stretch stretch) {
        var comparator = order.comparator();
        return all.stream()
                .filter(each -> stretch.after()
                        .map(after -> comparator.compare(key.apply(each), after) > 0)
                        .orElse(true))
                .sorted((a, b) -> comparator.compare(key.apply(a), key.apply(b)))
                .limit(stretch.most())
                .toList();
    }
}
