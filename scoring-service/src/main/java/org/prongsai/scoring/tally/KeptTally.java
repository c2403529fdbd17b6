package org.prongsai.scoring.tally;

import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.tally.Tally;

/** A tally as it is kept. */
public record KeptTally(TallyKey key, String framework, long responses, String body) {

    /** @throws IllegalArgumentException if somebody else than the service has written it */
    Tally tally(Form form) {
        var tally = Tally.parse(form, body);
        if (tally.respondents() != responses) throw new IllegalArgumentException("another number of answers");
        return tally;
    }

    public static KeptTally of(TallyKey key, Sum sum) {
        return new KeptTally(
                key, sum.framework(), sum.tally().respondents(), sum.tally().toText());
    }
}
