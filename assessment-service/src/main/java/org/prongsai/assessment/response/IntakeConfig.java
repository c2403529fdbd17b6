package org.prongsai.assessment.response;

import io.micrometer.core.instrument.MeterRegistry;
import org.prongsai.assessment.group.GroupWriter;
import org.prongsai.assessment.group.Sizes;
import org.prongsai.assessment.response.Token.TokenHash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Responses that arrive together share a commit. */
@Configuration(proxyBeanMethods = false)
class IntakeConfig {

    @Bean
    GroupWriter<TokenHash, Submitted, Outcome> intake(
            ResponseStore store, IntakeSettings settings, MeterRegistry meters) {
        return group(store, settings.sizes(), meters);
    }

    static GroupWriter<TokenHash, Submitted, Outcome> group(ResponseStore store, Sizes sizes, MeterRegistry meters) {
        return new GroupWriter<>("intake", each -> each.admission().tokenHash(), store::admit, sizes, meters);
    }
}
