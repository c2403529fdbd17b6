package org.prongsai.portal.slip;

import java.net.URI;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SiteSettings;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.unit.Drawn;
import org.prongsai.portal.unit.Standing;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Writes invitations as people take them away: as slips to print, as a file, or as word that letters are on their way. */
@Component
class SlipWriter {

    /** Slips that are made within a second or two, and lie in memory at once. */
    static final int MOST = 500;

    private static final MediaType CSV = MediaType.valueOf("text/csv");

    private final PageWriter pages;
    private final SpeechReader speeches;
    private final Words words;
    private final SiteSettings site;

    SlipWriter(PageWriter pages, SpeechReader speeches, Words words, SiteSettings site) {
        this.pages = pages;
        this.speeches = speeches;
        this.words = words;
        this.site = site;
    }

    ResponseEntity<String> form(int status, SlipView view, ServerHttpRequest request) {
        return pages.page(
                speeches.view("slip-form", request, Words.EVERYWHERE, view).status(status));
    }

    /** What was drawn already, for whoever sends the form a second time. */
    ResponseEntity<String> stale(SlipView view, ServerHttpRequest request) {
        return pages.page(speeches.view("slip-stale", request, Words.EVERYWHERE, view)
                .status(HttpStatus.PRECONDITION_FAILED.value()));
    }

    ResponseEntity<String> sheet(Standing standing, Drawn drawn, ServerHttpRequest request) {
        var sheet = Sheet.of(standing, drawn, speech("th"), speech("en"), site.address());
        return pages.secret(speeches.view("slip-sheet", request, Words.EVERYWHERE, sheet));
    }

    ResponseEntity<byte[]> file(Standing standing, byte[] file) {
        var name =
                "%s-%s.csv".formatted(standing.unit().agency(), standing.round().round());
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }

    /** Nothing of it can be shown again, so going back and forth draws nothing. */
    ResponseEntity<String> mailed(Standing standing, ServerHttpRequest request) {
        var language = speeches.speech(request).code();
        var place = "/desk/%s/%s?said=mailed&lang=%s"
                .formatted(standing.round().round(), standing.unit().agency(), language);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(place))
                .build();
    }

    private Speech speech(String code) {
        return words.speech(code, null, Words.EVERYWHERE);
    }
}
