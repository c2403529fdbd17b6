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

    private static final String TERM = "term-";
    private static final String MEANING = "-means";

    private final Words words;
    private final SpeechReader speeches;
    private final PageWriter pages;

    GlossaryPage(Words words, SpeechReader speeches, PageWriter pages) {
        this.words = words;
        this.speeches = speeches;
        this.pages = pages;
    }

    record Term(String key, String th, String en, String thMeans, String enMeans) {}

    @GetMapping("/glossary")
    @Access(Permission.READ_PAGE)
    ResponseEntity<String> show(ServerHttpRequest request) {
        return pages.page(speeches.view("glossary", request, List.of(), terms()));
    }

    private List<Term> terms() {
        var th = words.in("th");
        var en = words.in("en");
        return en.keys()
                .filter(key -> key.startsWith(TERM) && !key.endsWith(MEANING))
                .sorted()
                .map(key -> new Term(key, th.say(key), en.say(key), th.say(key + MEANING), en.say(key + MEANING)))
                .toList();
    }
}
