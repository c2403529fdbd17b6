package org.prongsai.portal.survey;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * Waits for what a service says.
 *
 * @param most after which the service is away
 */
public record ReplyReader(Duration most) {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);

    /** A service that cannot be reached, is too slow or says what nobody understands is away. */
    public <T> Mono<T> hear(Mono<T> asked) {
        return asked.timeout(most)
                .doOnError(
                        JacksonException.class,
                        fault -> LOG.warn(
                                "A service answered in a shape that is not known here: {} at {}",
                                fault.getClass().getSimpleName(),
                                fault.getStackTrace()[0]))
                .onErrorMap(ReplyReader::isAway, _ -> new Refused(Told.AWAY));
    }

    private static boolean isAway(Throwable fault) {
        return fault instanceof WebClientException
                || fault instanceof TimeoutException
                || fault instanceof JacksonException;
    }
}
