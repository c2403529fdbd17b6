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
            application().run(args);
        } catch (RuntimeException e) {
            System.err.println("The local world did not start: " + rootOf(e).getMessage());
            System.exit(1);
        }
    }

    static SpringApplication application() {
        var application = new SpringApplication(LocalWorldApplication.class);
        application.addListeners(new LoopbackListener(), new BoundListener());
        return application;
    }

    private static Throwable rootOf(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
