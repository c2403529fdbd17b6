package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.client.SSLMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prongsai.messaging.PostgresSettings.Login;

class PostgresSettingsTest {

    @Test
    void all_databases_of_a_service_are_in_one_place_unless_one_names_its_own() {
        var settings = settings("db:5432", "disable", "tickets-db:5433");

        assertThat(settings.host("assessment")).isEqualTo("db");
        assertThat(settings.port("assessment")).isEqualTo(5432);
        assertThat(settings.host("tickets")).isEqualTo("tickets-db");
        assertThat(settings.port("tickets")).isEqualTo(5433);
    }

    @Test
    void the_migrations_and_the_service_reach_the_same_place_in_the_same_way() {
        var settings = settings("[::1]:5432", "verify-full", null);

        assertThat(settings.host("tickets")).isEqualTo("::1");
        assertThat(settings.ssl()).isEqualTo(SSLMode.VERIFY_FULL);
        assertThat(settings.jdbcUrl("tickets"))
                .startsWith("jdbc:postgresql://[::1]:5432/tickets?")
                .contains("sslmode=verify-full");
    }

    @Test
    void both_trust_the_same_certificates() {
        assertThat(settings("db:5432", "verify-full", "/etc/ours & theirs.pem", null)
                        .jdbcUrl("tickets"))
                .endsWith("sslmode=verify-full&sslrootcert=%2Fetc%2Fours+%26+theirs.pem");
        assertThat(settings("db:5432", "verify-full", "", null).jdbcUrl("tickets"))
                .contains("DefaultJavaSSLFactory");
    }

    @Test
    void a_setting_that_cannot_be_meant_is_named_with_what_is_expected() {
        assertThatThrownBy(() -> settings("db", "disable", null))
                .hasMessage("prongsai.postgres (PRONGSAI_POSTGRES) is 'db', expected host:port");
        assertThatThrownBy(() -> settings("db:5432", "disable", "db/tickets"))
                .hasMessage("prongsai.database.tickets.at is 'db/tickets', expected host:port");
        assertThatThrownBy(() -> settings("db:5432", "yes", null))
                .hasMessageStartingWith(
                        "prongsai.postgres-ssl (PRONGSAI_POSTGRES_SSL) is 'yes', expected one of [disable, allow,");
        assertThatThrownBy(() -> settings("db:5432", "tunnel", null)).hasMessageContaining("'tunnel', expected one of");
        assertThatThrownBy(() -> settings("db:65536", "disable", null)).hasMessageContaining("'db:65536', expected");
        assertThatThrownBy(() -> settings("db:5432", "disable", null).host("scoring"))
                .hasMessageContaining("PRONGSAI_DATABASE_SCORING_PASSWORD");
    }

    private static PostgresSettings settings(String postgres, String ssl, @Nullable String tickets) {
        return settings(postgres, ssl, null, tickets);
    }

    private static PostgresSettings settings(
            String postgres, String ssl, @Nullable String ca, @Nullable String tickets) {
        return new PostgresSettings(
                postgres,
                ssl,
                ca,
                Map.of("assessment", new Login("p", "o", 1, null), "tickets", new Login("p", "o", 1, tickets)));
    }
}
