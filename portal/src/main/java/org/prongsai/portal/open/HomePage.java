package org.prongsai.portal.open;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.Office;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** What this is, and how to find an office by its name. */
@RestController
class HomePage {

    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    HomePage(AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    /** @param next where the list of what was found goes on, null at its end */
    record View(
            String words,
            List<Office.Agency> found,
            @Nullable String next) {

        public boolean asked() {
            return !words.isEmpty();
        }

        /** Where the list goes on. */
        public String more(String language) {
            return UriComponentsBuilder.fromPath("/find")
                    .queryParam("q", "{words}")
                    .queryParam("cursor", "{next}")
                    .queryParam("lang", language)
                    .encode()
                    .buildAndExpand(words, next)
                    .toUriString();
        }
    }

    @GetMapping({"/", "/find"})
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        var words = Objects.requireNonNullElse(q, "").strip();
        return (words.isEmpty()
                        ? Mono.just(new View("", List.of(), null))
                        : assessment.agencies(words, cursor).map(found -> new View(words, found.items(), found.next())))
                .map(view -> pages.page(speeches.view("home", request, List.of(), view)));
    }
}
