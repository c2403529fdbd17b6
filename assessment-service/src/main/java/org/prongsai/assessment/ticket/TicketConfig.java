package org.prongsai.assessment.ticket;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Luck that nobody can guess, and the key under which codes are kept. */
@Configuration(proxyBeanMethods = false)
class TicketConfig {

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    CodeHash codeHash(TicketSettings settings) {
        return new CodeHash(settings.code());
    }
}
