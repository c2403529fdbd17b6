package org.prongsai.portal.receipt;

import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.AssessmentClient.Counted;
import org.prongsai.portal.survey.Refused;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says whether an answer is counted. The receipt is sent as a form, so that no address and no history holds it. */
@RestController
@RequestMapping("/receipt")
class ReceiptPage {

    private static final int LONGEST = 64;

    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    ReceiptPage(AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping
    @Access(Permission.READ_PAGE)
    ResponseEntity<String> show(ServerHttpRequest request) {
        return page(request, ReceiptView.EMPTY, 200);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Access(Permission.SEND_PAGE)
    Mono<ResponseEntity<String>> check(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var typed = fields.getFirst("receipt");
            return check(typed == null ? "" : typed.strip(), exchange.getRequest());
        });
    }

    private Mono<ResponseEntity<String>> check(String typed, ServerHttpRequest request) {
        var letters = typed.replaceAll("[^0-9A-Za-z]", "");
        if (letters.isEmpty() || typed.length() > LONGEST) {
            return Mono.just(page(request, new ReceiptView(typed, "wrong"), 422));
        }
        return assessment
                .receipt(letters)
                .map(counted -> page(request, new ReceiptView(typed, found(counted)), 200))
                .onErrorResume(
                        Refused.class,
                        refused -> refused.told().status() == 400
                                ? Mono.just(page(request, new ReceiptView(typed, "wrong"), 422))
                                : Mono.error(refused));
    }

    private static String found(Counted counted) {
        if (counted.counted()) return "counted";
        return counted.part() == null ? "uncounted" : "aside";
    }

    private ResponseEntity<String> page(ServerHttpRequest request, ReceiptView view, int status) {
        return pages.secret(speeches.view("receipt", request, view).status(status));
    }
}
