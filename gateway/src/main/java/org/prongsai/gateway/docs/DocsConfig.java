package org.prongsai.gateway.docs;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Serves the viewer of the API's description from our own jar, so that reading it asks nobody else. */
@Configuration(proxyBeanMethods = false)
class DocsConfig implements WebFluxConfigurer {
    private final String viewer;

    DocsConfig(@Value("${prongsai.docs.viewer}") String viewer) {
        this.viewer = "classpath:/META-INF/resources/webjars/swagger-ui/" + viewer + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/viewer/**")
                .addResourceLocations(viewer)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
        registry.addResourceHandler("/docs/fonts/*.woff2")
                .addResourceLocations("classpath:/docs/fonts/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)));
        registry.addResourceHandler("/docs/*.js", "/docs/*.css").addResourceLocations("classpath:/docs/");
    }
}
