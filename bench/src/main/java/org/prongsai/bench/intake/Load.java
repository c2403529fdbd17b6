package org.prongsai.bench.intake;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.prongsai.bench.load.Measured;

/** Work that can be put on a machine for a while. */
interface Load {

    /** @param during is told now and then how much was done so far */
    Measured run(String name, Duration lasts, LongConsumer during);
}
