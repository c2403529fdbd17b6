package org.prongsai.scoring.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.Told;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.register.Heard;
import org.prongsai.scoring.score.Grounds;
import org.prongsai.scoring.score.Unit;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;

/** What the log says beside the answers: frameworks, agencies, rounds, populations and marks, each as it was told last. */
public final class Papers {
    private final Heard heard = new Heard();
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();
    private final Marked marked = new Marked();

    void hear(List<Told> batch) {
        batch.forEach(heard::hear);
        heard.frameworks().forEach((ref, document) -> editions.computeIfAbsent(ref, _ -> edition(document)));
    }

    private static Edition edition(String document) {
        return Edition.of(FrameworkFile.parse(document).orThrow());
    }

    public Heard register() {
        return heard;
    }

    public Marked marked() {
        return marked;
    }

    /** By ref; grows while more is heard. */
    public Map<String, Edition> editions() {
        return editions;
    }

    public Grounds grounds(Unit unit, Map<TallyKey, Sum> sums) {
        var round = heard.round(unit.round()).orElse(null);
        return new Grounds(
                unit,
                round,
                round == null ? null : editions.get(round.framework()),
                heard.agency(unit.agency()).map(Papers::candidate).orElse(null),
                heard.population(unit.round(), unit.agency())
                        .map(each -> Grounds.population(each.internal(), each.external()))
                        .orElse(Map.of()),
                sums.entrySet().stream()
                        .map(each -> counted(each.getKey(), each.getValue()))
                        .toList(),
                marked.byUnit().getOrDefault(unit, Map.of()));
    }

    private static Grounds.Counted counted(TallyKey key, Sum sum) {
        return new Grounds.Counted(key.instrument(), key.part(), sum.tally());
    }

    private static Candidate candidate(AgencyChanged agency) {
        return new Candidate(agency.path(), agency.type(), agency.from(), agency.to());
    }

    /** Who takes part, in their own name. */
    public Set<Unit> participants(@Nullable String round) {
        return heard.rounds().stream()
                .filter(each -> round == null || round.equals(each.round()))
                .flatMap(state -> heard.agencies().stream()
                        .filter(agency -> state.includes(candidate(agency)))
                        .map(agency -> new Unit(state.round(), agency.agency())))
                .collect(Collectors.toSet());
    }

    public List<String> agencies() {
        return heard.agencies().stream().map(AgencyChanged::agency).toList();
    }

    /** Those with a mark or a registered population. */
    public Set<Unit> units() {
        var units = new HashSet<>(marked.byUnit().keySet());
        heard.populations().forEach(each -> units.add(new Unit(each.round(), each.agency())));
        return units;
    }

    public List<String> rounds() {
        return heard.rounds().stream().map(RoundState::round).sorted().toList();
    }
}
