package org.prongsai.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.prongsai.portal.speech.Speech;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes a page as HTML. */
@Component
public class PageWriter {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final SpringTemplateEngine templates;
    private final AssetReader assets;

    private final ContentPolicy policy;

    PageWriter(SpringTemplateEngine templates, AssetReader assets, @Value("${prongsai.issuer}") String issuer) {
        this.templates = templates;
        this.assets = assets;
        this.policy = ContentPolicy.of(issuer);
    }

    /** One that only its visitor's browser keeps, to go back to, and asks for again; of somebody signed in nobody does. */
    public ResponseEntity<String> page(View view) {
        return ContentPolicy.ofSomebodySignedIn(view.path())
                ? secret(view)
                : page(view, CacheControl.noCache().cachePrivate());
    }

    /** One that is kept nowhere, because it holds a key. */
    public ResponseEntity<String> secret(View view) {
        return page(view, CacheControl.noStore());
    }

    /** Another page instead of this one, in the same language. */
    public ResponseEntity<String> elsewhere(String path, Speech speech) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(UriComponentsBuilder.fromPath(path)
                        .queryParam("lang", speech.code())
                        .build()
                        .encode()
                        .toUri())
                .build();
    }

    private ResponseEntity<String> page(View view, CacheControl keeping) {
        return ResponseEntity.status(view.status())
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, view.speech().code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(ContentPolicy.HEADER, policy.at(view.path()))
                .cacheControl(keeping)
                .body(html(view));
    }

    private String html(View view) {
        var context = new Context(Locale.forLanguageTag(view.speech().code()));
        context.setVariable("v", view.shown());
        context.setVariable("s", view.speech());
        context.setVariable("tongues", view.tongues());
        context.setVariable("path", view.path());
        context.setVariable("assets", assets);
        return templates.process(view.template(), context);
    }
}
