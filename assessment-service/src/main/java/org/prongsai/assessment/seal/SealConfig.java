package org.prongsai.assessment.seal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one seal of this service. */
@Configuration(proxyBeanMethods = false)
class SealConfig {

    @Bean
    Seal seal(SealSettings settings) {
        return new Seal(settings.key());
    }
}
