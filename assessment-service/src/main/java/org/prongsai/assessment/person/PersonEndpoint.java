package org.prongsai.assessment.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Refusals;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Etag;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** People to read, to register and to correct. */
@RestController
@RequestMapping(path = "/api/v1/people", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonEndpoint {
    private final PersonStore store;
    private final AgencyStore agencies;
    private final Clock clock;

    PersonEndpoint(PersonStore store, AgencyStore agencies, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping
    @Access(Permission.LIST_PEOPLE)
    @Operation(summary = "Lists people and which units they act for")
    Mono<ResponseEntity<Page<Person>>> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            ServerHttpRequest request) {
        var reach = Reach.of(caller);
        var list = Cursor.of("people", reach);
        var rows = Limit.of(limit);
        var after = list.read(cursor).stream().findFirst().orElse("");
        return store.list(after, rows + 1, reach).collectList().map(found -> Page.of(
                        found, rows, list, person -> List.of(person.person()))
                .linked(request));
    }

    @GetMapping("/{person}")
    @Access(Permission.READ_PERSON)
    @Operation(summary = "One person, with roles, units and from when to when")
    Mono<ResponseEntity<Person>> read(@PathVariable String person, Caller caller) {
        return store.find(person, Reach.of(caller))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("person", person).refusal()))
                .map(found -> tagged(ResponseEntity.ok(), found));
    }

    /** Creates the person, or makes the one of this slug what the body says, if it is still as the caller saw it. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.WRITE_PERSON)
    @ApiResponse(responseCode = "201", description = "Registered", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Replaced, or as it was", useReturnTypeSchema = true)
    @Operation(summary = "Registers a person, or replaces the one of this slug")
    Mono<ResponseEntity<Person>> write(
            @RequestBody PersonForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var form = body.orNamed("person-" + UUID.randomUUID().toString().substring(0, 13));
        return agencies.known(form.agencies())
                .map(known -> Refusals.orRefuse(ProblemType.INVALID_PERSON, PersonCheck.read(form, known)))
                .flatMap(person -> save(person, ifMatch, caller));
    }

    private Mono<ResponseEntity<Person>> save(Person person, @Nullable String ifMatch, Caller caller) {
        var address = "/people/" + person.person();
        var audit = Audit.by(caller, "write-person", address.substring(1));
        return store.save(person, before -> decide(person, before, ifMatch), audit, clock.instant())
                .map(saving -> saving == Saving.CREATED
                        ? tagged(ResponseEntity.created(URI.create("/api/v1" + address)), person)
                        : tagged(ResponseEntity.ok(), person));
    }

    private static Saving decide(Person person, Optional<Person> before, @Nullable String ifMatch) {
        var saving = Saving.of(person, before);
        var problem =
                switch (saving) {
                    case CREATED -> Etag.refuseAbsent(ifMatch);
                    case CHANGED -> before.flatMap(old -> tag(old).refuse(ifMatch));
                    case UNCHANGED -> Optional.<Problem>empty();
                };
        problem.ifPresent(refused -> {
            throw refused.refusal();
        });
        return saving;
    }

    private static ResponseEntity<Person> tagged(ResponseEntity.BodyBuilder answer, Person person) {
        return answer.eTag(tag(person).value()).body(person);
    }

    private static Etag tag(Person person) {
        return Etag.content(person.toString());
    }
}
