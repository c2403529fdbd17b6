package org.prongsai.scoring.history;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what the authority published of an agency for a year and before it. */
@Component
public class OfficialReader {
    private final ResultStore results;

    OfficialReader(ResultStore results) {
        this.results = results;
    }

    public Mono<Official.Pair> read(String agency, int fiscalYear) {
        return results.newest(agency, fiscalYear).map(found -> Official.Pair.of(found, fiscalYear));
    }
}
