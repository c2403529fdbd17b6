package org.prongsai.messaging;

import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from a failure whether Postgres refuses what an event holds, which no further try can change. */
final class RefusalReader {

    /** SQLSTATE classes: data exceptions, violated constraints, and what is too large for an index. */
    private static final String REFUSED = "(22|23|54).*";

    private RefusalReader() {}

    /** The reason, without Postgres's own sentence: it may quote the value, and the value may be an answer. */
    static Optional<String> refusal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(R2dbcException.class::isInstance)
                .map(R2dbcException.class::cast)
                .filter(e -> String.valueOf(e.getSqlState()).matches(REFUSED))
                .map(RefusalReader::reason)
                .findFirst();
    }

    private static String reason(R2dbcException refused) {
        String state = "the database refuses it with SQLSTATE " + refused.getSqlState();
        return constraint(refused).map(name -> state + ", constraint " + name).orElse(state);
    }

    private static Optional<String> constraint(R2dbcException refused) {
        return refused instanceof PostgresqlException postgres
                ? postgres.getErrorDetails().getConstraintName()
                : Optional.empty();
    }
}
