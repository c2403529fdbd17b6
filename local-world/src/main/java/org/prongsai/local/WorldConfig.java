package org.prongsai.local;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the three servers of the local world. */
@Configuration(proxyBeanMethods = false)
class WorldConfig {

    @Bean(destroyMethod = "")
    LocalPostgres postgres(WorldSettings settings) {
        return new LocalPostgres(PrivateFolder.create(settings.data()), settings.postgresPort());
    }

    @Bean(destroyMethod = "")
    LocalKafka kafka(WorldSettings settings) {
        return new LocalKafka(PrivateFolder.create(settings.data()), settings.kafkaPort(), settings.controllerPort());
    }

    @Bean
    MailServer mailServer(WorldSettings settings) {
        return new MailServer(PrivateFolder.create(settings.data()).resolve("mail"), settings.smtpPort());
    }
}
