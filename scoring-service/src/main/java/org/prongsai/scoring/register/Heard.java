package org.prongsai.scoring.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundEvent;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.score.Claim;
import org.prongsai.scoring.score.Timetable;

/** What whole states come to, told one after the other: the last one of each key, and what can never be read. */
public final class Heard {

    private final Map<String, String> frameworks = new LinkedHashMap<>();
    private final Map<String, AgencyChanged> agencies = new LinkedHashMap<>();
    private final Map<String, RoundState> rounds = new LinkedHashMap<>();
    private final Map<String, PopulationRegistered> populations = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    static Heard of(List<Told> batch) {
        var heard = new Heard();
        batch.forEach(heard::hear);
        return heard;
    }

    public void hear(Told told) {
        take(told).ifPresent(reason -> refused.add(new Refused(told, reason)));
    }

    /** Why it was not taken. */
    private Optional<String> take(Told told) {
        return switch (told.event()) {
            case FrameworkPublished event -> framework(event);
            case AgencyChanged event -> named(event.agency(), agencies, event.agency(), event);
            case RoundEvent event -> round(event.state());
            case PopulationRegistered event ->
                Claim.misnamed(event.round()).or(() -> named(event.agency(), populations, event.subject(), event));
            default -> Optional.empty();
        };
    }

    private static <T> Optional<String> named(String name, Map<String, T> into, String key, T state) {
        return Claim.misnamed(name).or(() -> put(into, key, state));
    }

    private static <T> Optional<String> put(Map<String, T> into, String key, T state) {
        into.put(key, state);
        return Optional.empty();
    }

    private Optional<String> framework(FrameworkPublished event) {
        var document = event.document().toString();
        return switch (FrameworkFile.parse(document)) {
            case Parsed.Faulty<Framework>(var faults) -> Optional.of("not a framework: " + faults);
            case Parsed.Valid<Framework>(var read)
            when !event.ref().equals(read.ref()) -> Optional.of(event.ref() + " holds " + read.ref());
            case Parsed.Valid<Framework> _ -> put(frameworks, event.ref(), document);
        };
    }

    private Optional<String> round(RoundState state) {
        try {
            Timetable.of(state);
            state.firstDay();
            return named(state.round(), rounds, state.round(), state);
        } catch (RuntimeException unreadable) {
            return Optional.of("not a round: " + unreadable.getMessage());
        }
    }

    public Map<String, String> frameworks() {
        return frameworks;
    }

    public Optional<AgencyChanged> agency(String agency) {
        return Optional.ofNullable(agencies.get(agency));
    }

    public Optional<RoundState> round(String round) {
        return Optional.ofNullable(rounds.get(round));
    }

    public Optional<PopulationRegistered> population(String round, String agency) {
        return Optional.ofNullable(populations.get(new PopulationRegistered(round, agency, 0, 0).subject()));
    }

    public List<AgencyChanged> agencies() {
        return List.copyOf(agencies.values());
    }

    public List<RoundState> rounds() {
        return List.copyOf(rounds.values());
    }

    public List<PopulationRegistered> populations() {
        return List.copyOf(populations.values());
    }

    public List<Refused> refused() {
        return refused;
    }
}
