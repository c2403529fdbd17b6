package org.prongsai.scoring.recount;

import org.prongsai.messaging.PostgresSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Configuration;

/** All that a recount needs of the service: where its database and Kafka are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PostgresSettings.class, KafkaProperties.class})
class RecountConfig {}
