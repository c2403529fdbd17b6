package org.prongsai.scoring.subtree;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.listing.ScopeReader;
import org.prongsai.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what a list of a round's units is measured against. */
@Component
public class StandardReader {

    private final ScopeReader scopes;
    private final FrameworkStore frameworks;

    StandardReader(ScopeReader scopes, FrameworkStore frameworks) {
        this.scopes = scopes;
        this.frameworks = frameworks;
    }

    private record Found(RoundState state, Scope scope) {}

    public Mono<Standard> read(String round, @Nullable String parent, List<String> types) {
        return found(round, parent, types)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .zipWhen(
                        found -> frameworks
                                .find(found.state().framework())
                                .switchIfEmpty(
                                        Mono.error(() -> Problem.unavailable().refusal())),
                        (found, edition) -> new Standard(found.state(), edition.framework(), found.scope()));
    }

    private Mono<Found> found(String round, @Nullable String parent, List<String> types) {
        return scopes.asking(", state from round where round = :round", parent, types)
                .bind("round", round)
                .map(row -> new Found(state(row), ScopeReader.scope(row, parent)))
                .one();
    }

    private static RoundState state(Readable row) {
        var state = Objects.requireNonNull(row.get("state", String.class));
        return EventJson.MAPPER.readValue(state, RoundState.class);
    }
}
