package org.prongsai.assessment.ticket;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.prongsai.assessment.group.GroupWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Luck that nobody can guess, the key under which codes are kept, and how they are redeemed. */
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

    /** Those who come with their codes together share a commit. */
    @Bean
    GroupWriter<String, Claim, Claimed> claims(
            InvitationStore invitations, TicketSettings settings, MeterRegistry meters) {
        return new GroupWriter<>("tickets", Claim::codeHash, invitations::claim, settings.sizes(), meters);
    }
}
