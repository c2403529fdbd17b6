package org.prongsai.local;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the three servers of the local world. */
@Configuration(proxyBeanMethods = false)
class WorldConfig {

    @Bean(destroyMethod = "")
    PostgresServer postgres(WorldSettings settings) {
        return new PostgresServer(FolderStore.create(settings.data()), settings.postgresPort());
    }

    @Bean(destroyMethod = "")
    KafkaServer kafka(WorldSettings settings) {
        return new KafkaServer(FolderStore.create(settings.data()), settings.kafkaPort(), settings.controllerPort());
    }

    @Bean
    MailServer mailServer(WorldSettings settings) {
        return new MailServer(FolderStore.create(settings.data()).resolve("mail"), settings.smtpPort());
    }
}
