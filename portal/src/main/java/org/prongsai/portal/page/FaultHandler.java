package org.prongsai.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.survey.Refused;
import org.prongsai.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.thymeleaf.exceptions.TemplateProcessingException;
import reactor.core.publisher.Mono;

/** Shows a page that says what went wrong, what that means for the visitor and what to do, instead of a problem for programs. */
@Component
class FaultHandler implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(FaultHandler.class);

    private final Words words;
    private final PageWriter pages;

    FaultHandler(Words words, PageWriter pages) {
        this.words = words;
        this.pages = pages;
    }

    /** Before the handler that answers programs. */
    @Override
    public int getOrder() {
        return -20;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        // Who has gone needs no page; the handler after this one knows.
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return Mono.error(thrown);
        }
        var request = exchange.getRequest();
        var fault = HttpMethod.POST.equals(request.getMethod()) ? fault(thrown).sending() : fault(thrown);
        if (fault == Fault.BUG) log.error("A page failed: {} at {}", words(thrown), top(thrown));
        var speech = words.speech(
                request.getQueryParams().getFirst("lang"),
                request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE),
                Words.EVERYWHERE);
        var page = pages.page(View.of(
                        "fault",
                        speech,
                        words.spoken(Words.EVERYWHERE),
                        request.getPath().value(),
                        fault.key())
                .status(fault.status()));
        var response = exchange.getResponse();
        response.setStatusCode(page.getStatusCode());
        response.getHeaders().putAll(page.getHeaders());
        if (fault == Fault.AWAY || fault == Fault.BUSY) response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        if (HttpMethod.HEAD.equals(request.getMethod())) return response.setComplete();
        return response.writeWith(Mono.fromSupplier(() -> bytes(exchange, Objects.requireNonNull(page.getBody()))));
    }

    private static DataBuffer bytes(ServerWebExchange exchange, String html) {
        return exchange.getResponse().bufferFactory().wrap(html.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(Throwable thrown) {
        return switch (thrown) {
            case Refused refused ->
                refused.told().busy() ? Fault.BUSY : Fault.of(refused.told().status());
            case AuthenticationServiceException issuerAway -> Fault.AWAY;
            case Refusal refusal -> Fault.of(refusal.problem().status());
            case ResponseStatusException refused ->
                Fault.of(refused.getStatusCode().value());
            default -> Fault.BUG;
        };
    }

    /** Only a template's own words name what is ours: the expression and the line. */
    private static String words(Throwable thrown) {
        return thrown instanceof TemplateProcessingException template
                ? String.valueOf(template.getMessage())
                : thrown.getClass().getName();
    }

    /** Where it broke, and never its words, which may quote what somebody typed. */
    private static Object top(Throwable thrown) {
        return thrown.getStackTrace().length == 0 ? "-" : thrown.getStackTrace()[0];
    }
}
