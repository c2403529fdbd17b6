package org.prongsai.portal.unit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.prongsai.portal.survey.Refused;
import org.prongsai.portal.survey.Told;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks all at once what must be known to say how a unit stands in a round. */
@Component
public class StandingReader {

    private final UnitClient units;

    StandingReader(UnitClient units) {
        this.units = units;
    }

    /** Refused where the visitor may see nothing of the unit, or where the round is without it. */
    public Mono<Standing> standing(Visitor visitor, String round, String agency) {
        return units.round(visitor, round).flatMap(found -> standing(visitor, found, agency));
    }

    public Mono<Standing> standing(Visitor visitor, Round round, String agency) {
        var name = round.round();
        return Mono.zip(
                        units.unit(visitor, agency),
                        units.draws(visitor, name, agency),
                        unless(StandingReader::hidden, units.population(visitor, name, agency)),
                        unless(told -> told.status() == 403, units.turnout(visitor, name, agency)),
                        unless(told -> told.status() == 404, units.balance(visitor, name, agency)))
                .map(all -> new Standing(
                        round,
                        all.getT1(),
                        all.getT3().orElse(null),
                        all.getT4().orElse(null),
                        all.getT2(),
                        all.getT5().orElse(new Balance(List.of()))));
    }

    /** None is registered, or it is not for this visitor. */
    private static boolean hidden(Told told) {
        return told.status() == 403 || told.status() == 404 && !told.type().equals("assessed-jointly");
    }

    private static <T> Mono<Optional<T>> unless(Predicate<Told> absent, Mono<T> asked) {
        return asked.map(Optional::of)
                .onErrorResume(
                        fault -> fault instanceof Refused refused && absent.test(refused.told()),
                        _ -> Mono.just(Optional.empty()));
    }
}
