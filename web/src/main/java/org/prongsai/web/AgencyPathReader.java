package org.prongsai.web;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where an agency stands in the tree, as this service's own copy knows it. */
public interface AgencyPathReader {
    /** Root first, the agency itself last; empty when there is no such agency. */
    Mono<List<String>> path(String agency);
}
