package org.prongsai.scoring.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the authority published of an agency for a year.
 *
 * @param fiscalYear Buddhist era
 * @param total of scale 2
 * @param source where it can be read
 * @param retrieved the day somebody read it there
 */
record OfficialResult(
        String agency,
        int fiscalYear,
        BigDecimal total,
        @Nullable String level,
        String source,
        @Nullable LocalDate retrieved,
        @Nullable String note) {

    /** One result an agency and year. */
    record Key(String agency, int fiscalYear) {}

    Key key() {
        return new Key(agency, fiscalYear);
    }
}
