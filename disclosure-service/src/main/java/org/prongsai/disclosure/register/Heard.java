package org.prongsai.disclosure.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.RoundEvent;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.file.FrameworkFile;

/** What a batch of events says in the end: the last state of each agency, round and framework. */
record Heard(
        Collection<Unit> units,
        Collection<RoundState> rounds,
        Collection<FrameworkPublished> frameworks,
        List<Refused> refused) {

    static Heard of(List<Told> batch) {
        var refused =
                batch.stream().filter(Heard::unreadable).map(Heard::refusal).toList();
        return new Heard(
                last(batch, Heard::unit, Unit::agency),
                last(batch, Heard::round, RoundState::round),
                last(batch, Heard::framework, FrameworkPublished::ref),
                refused);
    }

    private static <T> Collection<T> last(
            List<Told> batch, Function<Told, List<T>> read, Function<T, String> identity) {
        return batch.stream()
                .flatMap(told -> read.apply(told).stream())
                .collect(Collectors.toMap(identity, state -> state, (earlier, later) -> later, LinkedHashMap::new))
                .values();
    }

    private static List<Unit> unit(Told told) {
        return told.event() instanceof AgencyChanged agency
                ? List.of(new Unit(agency.agency(), agency.path(), agency.type(), agency.from(), agency.to()))
                : List.of();
    }

    private static List<RoundState> round(Told told) {
        return told.event() instanceof RoundEvent event ? List.of(event.state()) : List.of();
    }

    private static List<FrameworkPublished> framework(Told told) {
        return told.event() instanceof FrameworkPublished framework && !unreadable(told)
                ? List.of(framework)
                : List.of();
    }

    private static boolean unreadable(Told told) {
        return told.event() instanceof FrameworkPublished(var ref, var document)
                && FrameworkFile.parse(document.toString()) instanceof Parsed.Faulty<?>;
    }

    private static Refused refusal(Told told) {
        return new Refused(told, "the framework's document breaks the rules of this version's methodology");
    }
}
