package org.prongsai.portal.open;

import java.util.List;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people are protected who answer, and where that ends. */
@RestController
class PrivacyPage {

    private final SpeechReader speeches;
    private final PageWriter pages;

    PrivacyPage(SpeechReader speeches, PageWriter pages) {
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping("/privacy")
    @Access(Permission.READ_PAGE)
    ResponseEntity<String> show(ServerHttpRequest request) {
        return pages.page(speeches.view("privacy", request, List.of(), ""));
    }
}
