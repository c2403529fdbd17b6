package org.prongsai.portal.comment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.answer.OpenReader;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.Comment;
import org.prongsai.portal.survey.Office;
import org.prongsai.portal.survey.Refused;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes a comment; of service users only, since staff are few enough to be known by how they write. */
@RestController
@RequestMapping("/a/{agency}/{round}/comment")
class CommentPage {

    private final OpenReader open;
    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    CommentPage(OpenReader open, AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.open = open;
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(
            @PathVariable String agency, @PathVariable String round, ServerHttpRequest request) {
        return open.open(
                agency,
                round,
                Office.EIT,
                request,
                (office, line) -> Mono.just(page(
                        request,
                        CommentView.empty(office, line, UUID.randomUUID().toString()),
                        200)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Access(Permission.SEND_PAGE)
    Mono<ResponseEntity<String>> take(
            @PathVariable String agency, @PathVariable String round, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return exchange.getFormData()
                .flatMap(fields -> open.open(
                        agency,
                        round,
                        Office.EIT,
                        request,
                        (office, line) -> send(typed(office, line, fields), request),
                        // One that was stored before and comes again is known; the service refuses any other.
                        (office, line) -> send(typed(office, line, fields), request)));
    }

    private static CommentView typed(Office.Agency office, Office.Line line, MultiValueMap<String, String> fields) {
        var empty = CommentView.empty(office, line, UUID.randomUUID().toString());
        return empty.typed(id(fields.getFirst("id"), empty.id()), text(fields.getFirst("text")));
    }

    private Mono<ResponseEntity<String>> send(CommentView view, ServerHttpRequest request) {
        if (view.wrong()) return Mono.just(page(request, view, HttpStatus.UNPROCESSABLE_CONTENT.value()));
        var language = speeches.speech(request, view.line().languages()).code();
        return assessment
                .comment(
                        view.line().round(),
                        view.agency().agency(),
                        new Comment(view.id(), Office.EIT, language, view.text()))
                .then(Mono.fromSupplier(() -> page(request, view.taken(), 200)))
                .onErrorResume(
                        Refused.class,
                        refused -> Mono.just(page(
                                request,
                                view.refused(refused.told()),
                                refused.told().status())));
    }

    private static String id(@Nullable String given, String fresh) {
        try {
            return given == null ? fresh : UUID.fromString(given).toString();
        } catch (IllegalArgumentException none) {
            return fresh;
        }
    }

    /** Browsers send a line break as two characters. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    private ResponseEntity<String> page(ServerHttpRequest request, CommentView view, int status) {
        return pages.secret(
                speeches.view("comment", request, view.line().languages(), view).status(status));
    }
}
