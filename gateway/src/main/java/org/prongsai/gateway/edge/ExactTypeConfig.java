package org.prongsai.gateway.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Keeps the types of what the gateway itself writes exact: a charset that a caller asks for would come back in them. */
@Configuration(proxyBeanMethods = false)
class ExactTypeConfig implements WebFluxConfigurer {
    private final HeaderContentTypeResolver header = new HeaderContentTypeResolver();

    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        builder.resolver(exchange -> header.resolveMediaTypes(exchange).stream()
                .map(ExactTypeConfig::bare)
                .toList());
    }

    private static MediaType bare(MediaType asked) {
        Map<String, String> preference = new HashMap<>(asked.getParameters());
        preference.keySet().retainAll(Set.of("q"));
        return new MediaType(asked.getType(), asked.getSubtype(), preference);
    }
}
