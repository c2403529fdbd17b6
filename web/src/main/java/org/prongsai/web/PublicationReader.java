package org.prongsai.web;

import reactor.core.publisher.Mono;

/** Whether a round's results are public, as this service's own copy knows it. */
public interface PublicationReader {
    /** Empty when there is no such round. */
    Mono<Boolean> published(String round);
}
