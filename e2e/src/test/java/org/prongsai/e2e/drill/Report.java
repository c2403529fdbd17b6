package org.prongsai.e2e.drill;

import java.time.Duration;

/** What a drill came to, in one line. */
final class Report {

    private Report() {}

    static String of(CrowdJob crowd, Recount recount, int kills, Duration took) {
        var counted = crowd.counted;
        int must = crowd.surveys().stream()
                .mapToInt(survey -> survey.ledger().counting())
                .sum();
        int may = crowd.surveys().stream()
                .mapToInt(survey -> survey.ledger().perhaps())
                .sum();
        return "drill: %,d requests, %,d answered (%s); %,d acknowledged, %,d changed, %,d repeated, %,d refused, %,d by ticket, %,d given up; %d killed; %,d released in %,d records (%,d must be, %,d may be), %,d records passed over as repeats; %d s"
                .formatted(
                        counted.sent(),
                        counted.answered.sum(),
                        counted.statuses(),
                        counted.acknowledged.sum(),
                        counted.changed.sum(),
                        counted.repeated.sum(),
                        counted.refused.sum(),
                        counted.redeemed.sum(),
                        counted.givenUp.sum(),
                        kills,
                        recount.released(),
                        recount.records(),
                        must,
                        may,
                        recount.repeats(),
                        took.toSeconds());
    }
}
