package org.prongsai.local;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a drill take the database or the broker away for a while. */
@RestController
@ConditionalOnBooleanProperty("prongsai.drills")
record DrillEndpoint(PostgresServer postgres, KafkaServer kafka) {

    @PostMapping("/drill/kafka/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopKafka() {
        kafka.stop();
    }

    @PostMapping("/drill/kafka/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startKafka() {
        kafka.start();
    }

    @PostMapping("/drill/postgres/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopPostgres() {
        postgres.stop();
    }

    @PostMapping("/drill/postgres/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startPostgres() {
        postgres.start();
    }
}
