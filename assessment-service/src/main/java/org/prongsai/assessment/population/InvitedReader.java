package org.prongsai.assessment.population;

import java.util.Map;
import reactor.core.publisher.Mono;

/** How many invitations of a unit are out, by instrument; one without any is absent. */
public interface InvitedReader {

    Mono<Map<String, Integer>> invited(String round, String agency);
}
