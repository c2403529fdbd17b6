package org.prongsai.local;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the three servers of the local world, and makes the keys of services before any of them starts. */
@Configuration(proxyBeanMethods = false)
class WorldConfig {

    @Bean
    SecretStore secrets(WorldSettings settings) {
        var secrets = new SecretStore(FolderStore.create(settings.data()).resolve("secrets"));
        secrets.makeKeys();
        return secrets;
    }

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
