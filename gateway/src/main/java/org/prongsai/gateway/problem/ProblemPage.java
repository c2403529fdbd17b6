package org.prongsai.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the type of a problem leads: what it means and the way out. */
@RestController
class ProblemPage {
    @GetMapping("/problems")
    ResponseEntity<String> all(
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            @RequestParam(name = "lang", required = false) @Nullable String chosen) {
        Language language = Language.of(chosen == null ? accepted : chosen);
        return html(ProblemHtml.list(language), language);
    }

    @GetMapping("/problems/{slug}")
    ResponseEntity<String> one(
            @PathVariable String slug,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            @RequestParam(name = "lang", required = false) @Nullable String chosen) {
        Language language = Language.of(chosen == null ? accepted : chosen);
        ProblemType type = ProblemType.of(slug).orElseThrow(() -> new Refusal(Reason.NO_SUCH_PATH));
        return html(ProblemHtml.page(type, language), language);
    }

    private static ResponseEntity<String> html(String page, Language language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(page);
    }
}
