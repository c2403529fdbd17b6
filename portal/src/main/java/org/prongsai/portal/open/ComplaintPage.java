package org.prongsai.portal.open;

import java.util.List;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who hears complaints that the assessed office never sees; nothing of it is counted here. */
@RestController
class ComplaintPage {

    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    ComplaintPage(AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping("/complaints")
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(ServerHttpRequest request) {
        return assessment
                .complaints()
                .map(channels -> pages.page(speeches.view("complaints", request, List.of(), channels)));
    }
}
