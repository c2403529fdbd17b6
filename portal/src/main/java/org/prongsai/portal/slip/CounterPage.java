package org.prongsai.portal.slip;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SiteSettings;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.unit.UnitClient;
import org.prongsai.portal.unit.VisitorReader;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows visitors at the counter the code of these ten minutes, and hands out those of a day for slips of a queue. */
@RestController
@RequestMapping("/desk/{round}/{agency}")
class CounterPage {

    private final UnitClient units;
    private final VisitorReader visitors;
    private final SpeechReader speeches;
    private final Words words;
    private final PageWriter pages;
    private final String site;
    private final Clock clock = Clock.systemUTC();

    CounterPage(
            UnitClient units,
            VisitorReader visitors,
            SpeechReader speeches,
            Words words,
            PageWriter pages,
            SiteSettings site) {
        this.units = units;
        this.visitors = visitors;
        this.speeches = speeches;
        this.words = words;
        this.pages = pages;
        this.site = site.address();
    }

    @GetMapping("/counter")
    @Access(Permission.READ_DESK)
    Mono<ResponseEntity<String>> show(
            @PathVariable String round, @PathVariable String agency, ServerHttpRequest request) {
        var visitor = visitors.visitor(request);
        var both = Words.EVERYWHERE.stream()
                .map(code -> words.speech(code, null, Words.EVERYWHERE))
                .toList();
        return Mono.zip(
                        units.counterCodes(visitor, round, agency),
                        units.round(visitor, round),
                        units.unit(visitor, agency))
                .map(all -> CounterView.of(all.getT2(), all.getT3(), all.getT1(), both, site, clock.instant()))
                .map(view -> pages.secret(speeches.view("counter", request, Words.EVERYWHERE, view)));
    }

    @GetMapping("/counter.csv")
    @Access(Permission.READ_DESK)
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String day,
            ServerHttpRequest request) {
        var name = "%s-%s.csv".formatted(agency, day == null ? "now" : day);
        return units.counterFile(visitors.visitor(request), round, agency, day).map(file -> ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/csv"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file));
    }
}
