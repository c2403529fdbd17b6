package org.prongsai.portal.page;

import java.util.Collection;
import java.util.stream.Stream;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.speech.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Reads from a request in which language its visitor is spoken to: {@code ?lang=}, else what the browser asks for. */
@Component
public class SpeechReader {

    private final Words words;

    SpeechReader(Words words) {
        this.words = words;
    }

    /** In Thai or English, as all pages are. */
    public Speech speech(ServerHttpRequest request) {
        return speech(request, Words.EVERYWHERE);
    }

    /** In Thai, English or one of these. */
    public Speech speech(ServerHttpRequest request, Collection<String> more) {
        var offered = Stream.concat(Words.EVERYWHERE.stream(), more.stream()).toList();
        return words.speech(
                request.getQueryParams().getFirst("lang"),
                request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE),
                offered);
    }

    /** A page in every language there is. */
    public View view(String template, ServerHttpRequest request, Object shown) {
        return view(template, request, words.codes(), shown);
    }

    /** A page in one of these languages. */
    public View view(String template, ServerHttpRequest request, Collection<String> more, Object shown) {
        var offered = Stream.concat(Words.EVERYWHERE.stream(), more.stream()).toList();
        return View.of(
                template,
                speech(request, more),
                words.spoken(offered),
                request.getPath().value(),
                shown);
    }
}
