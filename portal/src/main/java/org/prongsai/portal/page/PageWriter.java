package org.prongsai.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes a page as HTML. */
@Component
public class PageWriter {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final SpringTemplateEngine templates;
    private final AssetReader assets;

    PageWriter(SpringTemplateEngine templates, AssetReader assets) {
        this.templates = templates;
        this.assets = assets;
    }

    /** What nobody keeps: each visitor's page is their own. */
    public ResponseEntity<String> page(View view) {
        return ResponseEntity.status(view.status())
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, view.speech().code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(ContentPolicy.HEADER, ContentPolicy.PAGE)
                .cacheControl(CacheControl.noStore())
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
