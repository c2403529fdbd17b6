package org.prongsai.portal.answer;

import java.security.SecureRandom;
import java.util.Map;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SiteSettings;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.Form;
import org.prongsai.portal.survey.Office;
import org.prongsai.portal.survey.Refused;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The survey of service users. With a script the page checks and sends the answers itself; without one this class shows
 * them for checking and passes them on. It keeps none, and notes neither who sends them nor when.
 */
@RestController
@RequestMapping("/a/{agency}/{round}/eit")
class EitPage {

    private final OpenReader open;
    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;
    private final SiteSettings site;
    private final SecureRandom random = new SecureRandom();

    EitPage(OpenReader open, AssessmentClient assessment, SpeechReader speeches, PageWriter pages, SiteSettings site) {
        this.open = open;
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(
            @PathVariable String agency,
            @PathVariable String round,
            @RequestParam(defaultValue = "one") String show,
            ServerHttpRequest request) {
        return open.open(agency, round, Office.EIT, request, (office, line) -> assessment
                .form(round, Office.EIT)
                .map(form -> form(
                        "eit", request, new EitView(office, line, form, Filled.empty(token()), show.equals("all")))));
    }

    /** Answers that were filled in without a script: to be checked, changed, shown in another language or sent. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Access(Permission.SEND_PAGE)
    Mono<ResponseEntity<String>> take(
            @PathVariable String agency, @PathVariable String round, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return exchange.getFormData()
                .map(MultiValueMap::toSingleValueMap)
                .flatMap(fields -> open.open(
                        agency,
                        round,
                        Office.EIT,
                        request,
                        (office, line) -> take(office, line, fields, request),
                        (office, line) -> late(office, line, fields, request)));
    }

    /** What was sent before and stored is still known, and so is its receipt; whoever sends it again is to be shown it. */
    private Mono<ResponseEntity<String>> late(
            Office.Agency office, Office.Line line, Map<String, String> fields, ServerHttpRequest request) {
        return "send".equals(fields.get("do")) ? take(office, line, fields, request) : open.shut(office, line, request);
    }

    private Mono<ResponseEntity<String>> take(
            Office.Agency office, Office.Line line, Map<String, String> fields, ServerHttpRequest request) {
        return assessment.form(line.round(), Office.EIT).flatMap(form -> take(office, line, form, fields, request));
    }

    private Mono<ResponseEntity<String>> take(
            Office.Agency office, Office.Line line, Form form, Map<String, String> fields, ServerHttpRequest request) {
        var filled = Filled.of(form, fields, token());
        var wanted = fields.getOrDefault("do", "review");
        boolean all = wanted.equals("all") || (!wanted.equals("one") && !"one".equals(fields.get("show")));
        var view = new EitView(office, line, form, filled, all);
        var missing = filled.missing(form);
        return switch (wanted) {
            case "edit", "all", "one" -> Mono.just(form("eit", request, view));
            case "send" ->
                missing.isEmpty() && !filled.wrongKey() ? send(view, request) : Mono.just(incomplete(view, request));
            default ->
                Mono.just(
                        missing.isEmpty() && !filled.wrongKey()
                                ? form("review", request, view)
                                : incomplete(view, request));
        };
    }

    private ResponseEntity<String> incomplete(EitView view, ServerHttpRequest request) {
        var shown = view.missing(view.filled().missing(view.form()));
        return pages.secret(
                speeches.view("eit", request, view.form().languages(), shown).status(422));
    }

    private Mono<ResponseEntity<String>> send(EitView view, ServerHttpRequest request) {
        var filled = view.filled();
        var language = speeches.speech(request, view.form().languages()).code();
        return assessment
                .submit(view.line().round(), view.agency().agency(), filled.submission(view.form(), language))
                .map(receipt -> form(
                        "sent",
                        request,
                        view.form(),
                        SentView.of(view.agency(), view.line(), receipt, filled.sentToken(), site.address())))
                .onErrorResume(Refused.class, refused -> {
                    var mishap = Mishap.of(refused.told());
                    var shown = view.mishap(mishap);
                    return Mono.just(pages.secret(
                            speeches.view("review", request, view.form().languages(), shown)
                                    .status(mishap.status())));
                });
    }

    private ResponseEntity<String> form(String template, ServerHttpRequest request, EitView view) {
        return form(template, request, view.form(), view);
    }

    private ResponseEntity<String> form(String template, ServerHttpRequest request, Form form, Object view) {
        return pages.secret(speeches.view(template, request, form.languages(), view));
    }

    private String token() {
        var bytes = new byte[Token.BYTES];
        random.nextBytes(bytes);
        return Token.of(bytes);
    }
}
