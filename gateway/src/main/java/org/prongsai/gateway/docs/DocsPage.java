package org.prongsai.gateway.docs;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that shows the API's description, service by service or as a whole. */
@RestController
class DocsPage {
    @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return new ClassPathResource("docs/index.html");
    }
}
