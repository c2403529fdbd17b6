package org.prongsai.assessment.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prongsai.assessment.Secret;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.challenge.Passage.Traffic;
import org.prongsai.assessment.challenge.Passage.Way;
import org.prongsai.assessment.counter.CounterCodes;
import org.prongsai.assessment.traffic.TrafficReader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out how an answer to an open part comes in, and spends the puzzle it comes with. */
@Component
public class PassageReader {

    private final TrafficReader traffic;
    private final Puzzles puzzles;
    private final CounterCodes codes;
    private final SpentStore spent;
    private final Secret secret;

    PassageReader(
            TrafficReader traffic, Puzzles puzzles, CounterCodes codes, SpentStore spent, ChallengeSettings settings) {
        this.traffic = traffic;
        this.puzzles = puzzles;
        this.codes = codes;
        this.spent = spent;
        this.secret = settings.secret();
    }

    /**
     * A puzzle is spent before the answer is stored, for this token: should nothing be stored then, the same answer may
     * come again with it.
     *
     * @param token of the respondent; without one nothing is spent
     */
    public Mono<Passage> find(Unit unit, String instrument, Voucher voucher, Optional<byte[]> token, Instant now) {
        if (voucher.none()) {
            return passage(unit, false, false);
        }
        var code = Optional.ofNullable(voucher.counterCode());
        var ofCode = code.map(typed -> codes.faults(unit, typed, now)).orElse(List.of());
        var proof =
                Optional.ofNullable(voucher.proof()).map(text -> puzzles.judge(text, new Venue(unit, instrument), now));
        return reasons(proof, token)
                .flatMap(reasons -> ofCode.isEmpty() && reasons.isEmpty()
                        ? passage(unit, code.isPresent(), proof.isPresent())
                        : Mono.just(Passage.refused(ofCode, reasons)));
    }

    private Mono<List<String>> reasons(Optional<Proof> proof, Optional<byte[]> token) {
        var reasons = proof.map(Proof::reasons).orElse(List.of());
        return proof.isPresent() && reasons.isEmpty() && token.isPresent()
                ? spent.spend(proof.get(), secret.derive("bearer", token.get()))
                        .map(first -> first ? List.of() : List.of("already-used"))
                : Mono.just(reasons);
    }

    private Mono<Passage> passage(Unit unit, boolean code, boolean proof) {
        return traffic.pressure(unit)
                .zipWith(traffic.pressureByCode(unit), Traffic::new)
                .map(found -> Passage.of(found, code, proof));
    }

    /** An answer comes to this unit, this way: it counts at once, so that many that come together are seen. */
    public void came(Unit unit, Passage passage) {
        traffic.came(unit, passage.way() == Way.BY_CODE);
    }

    /** It was none that the unit did not have before. */
    public void undo(Unit unit, Passage passage) {
        traffic.undo(unit, passage.way() == Way.BY_CODE);
    }
}
