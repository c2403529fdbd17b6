package org.prongsai.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the parameters that every service knows mean, said once for all API descriptions. */
final class Described {
    private static final Map<String, String> MEANINGS = Map.of(
            "limit", "How many rows at most: 1 to %d, %d unless said".formatted(Limit.MAX, Limit.DEFAULT),
            "cursor", "The next of the page before, as it stood there",
            "If-Match", "The ETag of what is replaced: 428 without it, 412 when that has changed since",
            "dryRun", "true says what would happen and changes nothing");

    private Described() {}

    static void explain(Operation operation) {
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            var meaning = MEANINGS.get(parameter.getName());
            if (parameter.getDescription() == null && meaning != null) parameter.description(meaning);
        }
    }

    static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name(IdempotencyFilter.HEADER)
                .schema(new StringSchema().maxLength(IdempotencyFilter.LONGEST))
                .description(
                        "A name of your own for this request: sent again within 24 hours it gets the first answer; a refusal"
                                + " changed nothing, is no answer and leaves the name free");
    }
}
