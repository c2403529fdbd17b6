package org.prongsai.bench.echo;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Brings the route to a service on whose class path this jar lies. */
@AutoConfiguration
class EchoConfig {

    @Bean
    EchoEndpoint echo() {
        return new EchoEndpoint();
    }
}
