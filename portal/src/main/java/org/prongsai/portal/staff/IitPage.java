package org.prongsai.portal.staff;

import java.util.List;
import org.prongsai.portal.answer.OpenReader;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.Office;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The survey of staff. Code, ticket and answers pass between the browser and the services; this class never sees them. */
@RestController
class IitPage {

    private final OpenReader open;
    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    IitPage(OpenReader open, AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.open = open;
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping("/a/{agency}/{round}/iit")
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(
            @PathVariable String agency,
            @PathVariable String round,
            @RequestParam(defaultValue = "one") String show,
            ServerHttpRequest request) {
        return open.open(agency, round, Office.IIT, request, (office, line) -> assessment
                .form(round, Office.IIT)
                .map(form -> pages.secret(speeches.view(
                        "iit", request, List.of(), new IitView(office, line, form, show.equals("all"))))));
    }
}
