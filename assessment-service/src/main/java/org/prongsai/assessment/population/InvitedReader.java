package org.prongsai.assessment.population;

import java.util.Map;
import reactor.core.publisher.Mono;

/** How many invitations of a unit are out, by instrument; one without any draw is absent, and 0 where all were withdrawn. */
public interface InvitedReader {

    Mono<Map<String, Integer>> invited(String round, String agency);
}
