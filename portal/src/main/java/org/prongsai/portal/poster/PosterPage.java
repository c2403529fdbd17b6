package org.prongsai.portal.poster;

import java.util.List;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.Qr;
import org.prongsai.portal.page.SiteSettings;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.Office;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An A4 page to hang up: a code that leads to the office's start page, in Thai and English, and the question in all languages. */
@RestController
class PosterPage {

    private final AssessmentClient assessment;
    private final Words words;
    private final SpeechReader speeches;
    private final PageWriter pages;
    private final SiteSettings site;

    PosterPage(AssessmentClient assessment, Words words, SpeechReader speeches, PageWriter pages, SiteSettings site) {
        this.assessment = assessment;
        this.words = words;
        this.speeches = speeches;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping("/a/{agency}/poster")
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(@PathVariable String agency, ServerHttpRequest request) {
        return assessment
                .office(agency)
                .map(office -> pages.page(speeches.view("poster", request, List.of(), view(office))));
    }

    private PosterView view(Office office) {
        var eit = office.survey(Office.EIT);
        var languages = eit.map(Office.Line::languages).orElse(Words.EVERYWHERE);
        var address = site.address() + "/a/" + office.agency().agency();
        var questions = words.spoken(languages).stream()
                .filter(tongue -> !Words.EVERYWHERE.contains(tongue.code()))
                .map(tongue -> new PosterView.Asked(
                        tongue.code(), tongue.own(), words.in(tongue.code()).say("rate-title")))
                .toList();
        return new PosterView(
                office.agency(),
                address,
                Qr.of(address),
                eit.map(Office.Line::minutes).orElse(null),
                questions,
                words.in("th"),
                words.in("en"));
    }
}
