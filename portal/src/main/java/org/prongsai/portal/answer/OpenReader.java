package org.prongsai.portal.answer;

import java.util.List;
import java.util.function.BiFunction;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.survey.AssessmentClient;
import org.prongsai.portal.survey.Office;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Finds a survey only while its office is asked in this round, by itself and now; else the page that says why not, or where. */
@Component
public class OpenReader {

    private final AssessmentClient assessment;
    private final SpeechReader speeches;
    private final PageWriter pages;

    OpenReader(AssessmentClient assessment, SpeechReader speeches, PageWriter pages) {
        this.assessment = assessment;
        this.speeches = speeches;
        this.pages = pages;
    }

    /** @param work what is done with the survey while it is open */
    public Mono<ResponseEntity<String>> open(
            String agency,
            String round,
            String instrument,
            ServerHttpRequest request,
            BiFunction<Office.Agency, Office.Line, Mono<ResponseEntity<String>>> work) {
        return open(agency, round, instrument, request, work, (office, line) -> shut(office, line, request));
    }

    /** @param late what is done once it has closed */
    public Mono<ResponseEntity<String>> open(
            String agency,
            String round,
            String instrument,
            ServerHttpRequest request,
            BiFunction<Office.Agency, Office.Line, Mono<ResponseEntity<String>>> work,
            BiFunction<Office.Agency, Office.Line, Mono<ResponseEntity<String>>> late) {
        return assessment.office(agency).flatMap(office -> {
            var line = office.survey(round, instrument)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            if (line.lead() != null) {
                return Mono.just(pages.elsewhere("/a/" + agency, speeches.speech(request, languages(line))));
            }
            if (line.isOpen()) return work.apply(office.agency(), line);
            return line.isOver() ? late.apply(office.agency(), line) : shut(office.agency(), line, request);
        });
    }

    /** The page that says since when, or until when, it is shut. */
    public Mono<ResponseEntity<String>> shut(Office.Agency agency, Office.Line line, ServerHttpRequest request) {
        boolean meanwhile = HttpMethod.POST.equals(request.getMethod());
        return Mono.just(
                pages.page(speeches.view("shut", request, languages(line), new ShutView(agency, line, meanwhile))));
    }

    private static List<String> languages(Office.Line line) {
        return line.instrument().equals(Office.EIT) ? line.languages() : List.of();
    }
}
