package org.prongsai.portal.unit;

import org.prongsai.portal.page.SpeechReader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Reads from a request in whose name services are to be asked: the visitor's own token goes on with every question. */
@Component
public class VisitorReader {

    private final SpeechReader speeches;

    VisitorReader(SpeechReader speeches) {
        this.speeches = speeches;
    }

    public Visitor visitor(ServerHttpRequest request) {
        return new Visitor(
                request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION),
                speeches.speech(request).code());
    }
}
