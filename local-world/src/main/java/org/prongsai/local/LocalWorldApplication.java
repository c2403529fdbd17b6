package org.prongsai.local;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs Postgres, Kafka, sign-in and the mailbox in one process, for this machine only. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LocalWorldApplication {

    public static void main(String[] args) {
        try {
            application().run(args).getBean(PostgresServer.class).onLoss(LocalWorldApplication::end);
        } catch (RuntimeException e) {
            System.err.println("The local world did not start: " + RefusalReader.reason(e));
            System.exit(1);
        }
    }

    static SpringApplication application() {
        var application = new SpringApplication(LocalWorldApplication.class);
        application.addListeners(new LoopbackListener(), new BoundListener());
        return application;
    }

    /** A world without its database is none; whoever started it is told by its end. */
    private static void end(String reason) {
        System.err.println("The local world ends: " + reason);
        System.exit(1);
    }
}
