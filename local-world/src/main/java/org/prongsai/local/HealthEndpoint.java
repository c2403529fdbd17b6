package org.prongsai.local;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether all of the local world is up. */
@RestController
record HealthEndpoint(PostgresServer postgres, KafkaServer kafka, MailServer mail) {

    @GetMapping({"/health", "/actuator/health"})
    ResponseEntity<Map<String, String>> health() {
        var parts = Map.of("postgres", postgres.isRunning(), "kafka", kafka.isRunning(), "mail", mail.isRunning());
        var answer = new TreeMap<String, String>();
        parts.forEach((name, runs) -> answer.put(name, runs ? "UP" : "DOWN"));
        var up = !parts.containsValue(false);
        answer.put("status", up ? "UP" : "DOWN");
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(answer);
    }
}
