package org.prongsai.bench.intake;

import java.time.Duration;

/** What respondents lean on. */
interface Tickets {

    /** As many as can be used up in so long. */
    Stock stock(Duration lasts);

    /** Some that come again and again, for where nobody looks at them. */
    Stock again();

    /** One after the other, each as the inside of a {@code ticket} in JSON: ASCII, and all of one length. */
    interface Stock {

        int length();

        byte[] next();
    }
}
