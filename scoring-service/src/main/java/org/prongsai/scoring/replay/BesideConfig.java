package org.prongsai.scoring.replay;

import org.apache.kafka.common.KafkaException;
import org.prongsai.messaging.PostgresSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What a command beside the service needs of it: where its database and Kafka are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PostgresSettings.class, KafkaProperties.class})
public class BesideConfig {
    private static final int MOST = 4;

    /** How many partitions are read at once. */
    public static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);

    /** Reads the settings of the service, and starts nothing of it. */
    public static ConfigurableApplicationContext context(String... settings) {
        return new SpringApplicationBuilder(BesideConfig.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.log-startup-info=false", "logging.level.root=off")
                .run(settings);
    }

    /** Why something failed, in the words of whoever says most of it. */
    public static String cause(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && !(cause instanceof KafkaException)) cause = cause.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
