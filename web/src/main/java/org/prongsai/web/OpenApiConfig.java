package org.prongsai.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;

/** The parts of a service's API description that are the same everywhere: problems, the bearer scheme, who may call. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class OpenApiConfig {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Language.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name:prongsai}") String name) {
        var components = new Components()
                .addSchemas("Problem", problem())
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        return new OpenAPI()
                .info(new Info().title("Prongsai " + name).version("v1"))
                .components(components);
    }

    /** {@code RoundEndpoint} is shown as {@code Round}: readers know features, not classes. */
    static String feature(String endpoint) {
        return endpoint.replaceFirst("(Endpoint|Page)$", "");
    }

    @Bean
    OperationCustomizer operationCustomizer() {
        return (operation, endpoint) -> {
            var access = endpoint.getMethodAnnotation(Access.class);
            operation.getResponses().addApiResponse("default", refusal());
            operation.tags(List.of(feature(endpoint.getBeanType().getSimpleName())));
            Described.explain(operation);
            if (access != null)
                admit(operation, access.value().audience(), endpoint.hasMethodAnnotation(PostMapping.class));
            return operation;
        };
    }

    private static void admit(Operation operation, Audience audience, boolean post) {
        operation.description(audience.sentence());
        if (audience.open()) return;
        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (post) operation.addParametersItem(Described.idempotencyKey());
    }

    private static ApiResponse refusal() {
        var schema = new Schema<Object>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A refusal, in Thai or English by Accept-Language")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        var fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("reason", new StringSchema())
                .addProperty("expected", new Schema<Object>())
                .addProperty("actual", new Schema<Object>());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("/problems/not-found"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(fault));
    }
}
