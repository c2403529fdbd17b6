package org.prongsai.portal.office;

import java.util.List;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where the QR code at the counter leads: what is asked about this office, by whom, and what happens to the answers. */
@RestController
class StartPage {

    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    StartPage(AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping("/a/{agency}")
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> show(@PathVariable String agency, ServerHttpRequest request) {
        return assessment.office(agency).flatMap(office -> lead(office).map(lead -> {
            var languages =
                    office.survey(Office.EIT).map(Office.Line::languages).orElse(List.of());
            return pages.page(speeches.view("start", request, languages, StartView.of(office, lead.orElse(null))));
        }));
    }

    /** Short enough to be typed from a slip or a letter: the survey of this round. */
    @GetMapping("/a/{agency}/{instrument:iit|eit}")
    @Access(Permission.READ_PAGE)
    Mono<ResponseEntity<String>> survey(
            @PathVariable String agency, @PathVariable String instrument, ServerHttpRequest request) {
        var speech = speeches.speech(request);
        return assessment.office(agency).map(office -> office.survey(instrument)
                .map(line -> pages.elsewhere("/a/" + agency + "/" + line.round() + "/" + instrument, speech))
                .orElseGet(() -> pages.elsewhere("/a/" + agency, speech)));
    }

    private Mono<Optional<Office.Agency>> lead(Office office) {
        return StartView.leadOf(office)
                .map(lead -> assessment.office(lead).map(other -> Optional.of(other.agency())))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }
}
