package org.prongsai.assessment.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.comment.CommentStore.Unit;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.methodology.calendar.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the units whose window has been over for so long that nobody needs what was written any more. */
@Component
class DueReader {

    private final CommentStore comments;
    private final RoundStore rounds;
    private final AgencyStore agencies;
    private final CommentSettings settings;
    private final Clock clock;

    DueReader(CommentStore comments, RoundStore rounds, AgencyStore agencies, CommentSettings settings, Clock clock) {
        this.comments = comments;
        this.rounds = rounds;
        this.agencies = agencies;
        this.settings = settings;
        this.clock = clock;
    }

    Flux<Unit> due() {
        return comments.units().collectList().flatMapMany(this::due);
    }

    private Flux<Unit> due(List<Unit> units) {
        if (units.isEmpty()) {
            return Flux.empty();
        }
        var names = units.stream().map(Unit::round).distinct().toList();
        var places = units.stream().map(Unit::agency).distinct().toList();
        var last = clock.instant().minus(settings.forgetAfter());
        return Mono.zip(rounds.of(names).collectMap(Round::round), agencies.paths(places))
                .flatMapIterable(known -> units.stream()
                        .filter(unit -> over(
                                known.getT1().get(unit.round()),
                                known.getT2().getOrDefault(unit.agency(), List.of()),
                                last))
                        .toList());
    }

    private static boolean over(@Nullable Round round, List<String> path, Instant last) {
        return round != null
                && round.window(Step.EIT, path).map(window -> window.over(last)).orElse(false);
    }
}
