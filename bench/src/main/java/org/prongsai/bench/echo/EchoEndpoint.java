package org.prongsai.bench.echo;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads what the intake reads and says what the intake says, and neither looks anything up nor keeps anything. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class EchoEndpoint {

    private static final String RECEIPT = "0123-4567-89AB-CDEF";

    /** As the intake's own record, which no other module may know. */
    record Submission(
            @Nullable String instrument,
            @Nullable String part,
            @Nullable String language,
            @Nullable String framework,
            @Nullable Ticket ticket,
            @Nullable @JsonSetter(contentNulls = Nulls.SET) Map<String, @Nullable String> answers) {}

    record Ticket(@Nullable String token, @Nullable String signature) {}

    record Receipt(String receipt) {}

    @PostMapping("/rounds/{round}/agencies/{agency}/responses/echo")
    @Access(Permission.SUBMIT_RESPONSE)
    @Operation(summary = "Takes one response and forgets it")
    Mono<ResponseEntity<Receipt>> submit(
            @PathVariable String round, @PathVariable String agency, @RequestBody Submission submission) {
        return Mono.just(ResponseEntity.status(HttpStatus.CREATED).body(new Receipt(RECEIPT)));
    }
}
