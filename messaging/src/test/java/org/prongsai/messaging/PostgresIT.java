package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class PostgresIT {

    private final PostgresClient database = Post.get().writer;

    @Test
    void a_session_whose_host_died_or_that_forgot_its_transaction_ends_within_minutes() {
        String wanted = "60 10 3 1min";
        String shown = "select concat_ws(' ', current_setting('tcp_keepalives_idle'),"
                + " current_setting('tcp_keepalives_interval'), current_setting('tcp_keepalives_count'),"
                + " current_setting('idle_in_transaction_session_timeout'))";
        assertThat(database.sql()
                        .sql(shown)
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block())
                .isEqualTo(wanted);
        Connection alone = Objects.requireNonNull(database.connect().block());
        assertThat(Flux.from(alone.createStatement(shown).execute())
                        .concatMap(r -> r.map((row, meta) -> Objects.requireNonNull(row.get(0, String.class))))
                        .blockFirst())
                .isEqualTo(wanted);
        Flux.from(alone.close()).blockLast();
    }
}
