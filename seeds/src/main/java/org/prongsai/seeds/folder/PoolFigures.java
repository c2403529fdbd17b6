package org.prongsai.seeds.folder;

import java.util.List;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.score.Measured;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.seeds.demo.Pool;

/** What a recount finds in one pool: how often each option was chosen, and the exact mean of each indicator. */
record PoolFigures(Pool pool, Instrument instrument, Tally tally) {

    List<String> counts() {
        return new CountLines(pool.unit().agency(), pool.instrument(), pool.part()).of(tally);
    }

    List<String> indicators() {
        return Measured.of(instrument, pool.part(), tally).indicators().entrySet().stream()
                .map(mean -> String.join(
                        ",",
                        pool.unit().agency(),
                        pool.instrument(),
                        pool.part(),
                        mean.getKey(),
                        mean.getValue().numerator().toString(),
                        mean.getValue().denominator().toString()))
                .toList();
    }
}
