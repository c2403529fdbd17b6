package org.prongsai.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Hooks;
import tools.jackson.databind.json.JsonMapper;

/** What every service gets by depending on this module: filters, problems, parameters and strict JSON. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class WebConfig {

    /** Threads of our own: closing one service of a JVM must not end those that another's server and database use. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    @Bean
    RequestFilter requestFilter() {
        return new RequestFilter();
    }

    @Bean
    SizeFilter sizeFilter(
            @Value("${prongsai.limits.body}") DataSize body,
            @Value("${prongsai.limits.file}") DataSize file,
            @Value("${prongsai.limits.comment}") DataSize comment) {
        return new SizeFilter(body, file, comment);
    }

    @Bean
    AccessFilter accessFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            ObjectProvider<AgencyPathReader> agencies,
            ObjectProvider<PublicationReader> rounds) {
        return new AccessFilter(mapping, agencies, rounds);
    }

    /** Only where a service says in which database the first answers are kept. */
    @Bean
    @ConditionalOnBean(IdempotencyStore.class)
    IdempotencyFilter idempotencyFilter(IdempotencyStore store) {
        return new IdempotencyFilter(store);
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper mapper, MeterRegistry meters) {
        Hooks.onErrorDropped(ProblemHandler::dropped);
        return new ProblemHandler(StrictJson.of(mapper), meters);
    }

    @Bean
    WebFluxConfigurer webConfigurer(JsonMapper mapper) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerReader());
            }

            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                var strict = StrictJson.of(mapper);
                codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(strict));
                codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(strict));
            }
        };
    }
}
