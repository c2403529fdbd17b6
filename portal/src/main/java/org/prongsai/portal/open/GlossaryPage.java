package org.prongsai.portal.open;

import java.util.List;
import org.prongsai.portal.page.PageWriter;
import org.prongsai.portal.page.SpeechReader;
import org.prongsai.portal.speech.Words;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the words mean: every term of the word files, in Thai and English side by side. */
@RestController
class GlossaryPage {

    private final Words words;
    private final SpeechReader speeches;
    private final PageWriter pages;

    GlossaryPage(Words words, SpeechReader speeches, PageWriter pages) {
        this.words = words;
        this.speeches = speeches;
        this.pages = pages;
    }

    @GetMapping("/glossary")
    @Access(Permission.READ_PAGE)
    ResponseEntity<String> show(ServerHttpRequest request) {
        var glossary = Glossary.of(words, speeches.speech(request).code());
        return pages.page(speeches.view("glossary", request, List.of(), glossary.terms()));
    }
}
