package org.prongsai.notification.message;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.notification.message.LedgerStore.Row;
import org.prongsai.notification.message.LedgerStore.Wanted;
import org.prongsai.web.Access;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists what people were told, and what is still on its way. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class MessageEndpoint {
    private static final List<String> STATES = List.of("pending", "sent", "failed");

    private final LedgerStore ledger;

    MessageEndpoint(LedgerStore ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/messages")
    @Access(Permission.LIST_MESSAGES)
    @Operation(summary = "Lists what people were told, and what is still on its way")
    Mono<ResponseEntity<Page<Row>>> list(
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        int rows = Limit.of(limit);
        var place = Cursor.of("messages", round, agency, state);
        var before = place.number(cursor).orElse(Long.MAX_VALUE);
        return ledger.list(new Wanted(round, agency, known(state)), before, rows + 1)
                .map(found -> Page.of(found, rows, place, row -> List.of(String.valueOf(row.number())))
                        .linked(request));
    }

    private static String known(String state) {
        if (state.isEmpty() || STATES.contains(state)) return state;
        throw Problem.invalidRequest(new Fault("?state", "unknown-state", STATES, state))
                .refusal();
    }
}
