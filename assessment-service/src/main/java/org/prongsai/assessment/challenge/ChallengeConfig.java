package org.prongsai.assessment.challenge;

import org.prongsai.assessment.counter.CounterCodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from the one secret. */
@Configuration(proxyBeanMethods = false)
class ChallengeConfig {

    @Bean
    Puzzles puzzles(ChallengeSettings settings) {
        return new Puzzles(settings.secret());
    }

    @Bean
    CounterCodes counterCodes(ChallengeSettings settings) {
        return new CounterCodes(settings.secret());
    }
}
