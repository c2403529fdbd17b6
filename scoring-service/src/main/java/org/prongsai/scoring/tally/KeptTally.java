package org.prongsai.scoring.tally;

/** A tally as it is kept. */
public record KeptTally(TallyKey key, String framework, long responses, String body) {

    public static KeptTally of(TallyKey key, Sum sum) {
        return new KeptTally(
                key, sum.framework(), sum.tally().respondents(), sum.tally().toText());
    }
}
