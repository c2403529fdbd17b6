package org.prongsai.local;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs Postgres, Kafka, sign-in and the mailbox in one process, for this machine only. */
@SpringBootApplication
public class LocalWorldApplication {

    public static void main(String[] args) {
        SpringApplication.run(LocalWorldApplication.class, args);
    }
}
