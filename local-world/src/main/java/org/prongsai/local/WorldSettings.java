package org.prongsai.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the local world keeps its data and on which ports it serves. */
@ConfigurationProperties("prongsai")
record WorldSettings(
        Path data, String issuer, String gateway, int postgresPort, int kafkaPort, int controllerPort, int smtpPort) {}
