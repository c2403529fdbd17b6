package org.prongsai.messaging;

import io.r2dbc.postgresql.client.SSLMode;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the databases are and how to sign in.
 *
 * @param postgres {@code host:port}; an IPv6 host in brackets
 * @param postgresSsl what libpq calls sslmode: disable, allow, prefer, require, verify-ca or verify-full
 * @param database per database its passwords; the runtime role is named as the database, the owner {@code <name>_owner}
 */
@ConfigurationProperties("prongsai")
public record PostgresSettings(
        String postgres,
        @DefaultValue("disable") String postgresSsl,
        @DefaultValue Map<String, Login> database) {

    private static final Pattern PLACE = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:/\\[]+):(\\d{1,5})");

    /**
     * @param password of the runtime role
     * @param ownerPassword of the role that owns the schema and runs the migrations
     * @param pool largest number of connections
     * @param at {@code host:port} of this database, or null where it is with the others
     */
    public record Login(
            String password,
            String ownerPassword,
            @DefaultValue("10") int pool,
            @Nullable String at) {}

    public PostgresSettings {
        place("prongsai.postgres (PRONGSAI_POSTGRES)", postgres);
        ssl(postgresSsl);
        database.forEach((name, login) -> {
            if (login.at() != null) place("prongsai.database." + name + ".at", login.at());
        });
    }

    /** Of the database of that name: its own place, if it has one. */
    String host(String name) {
        String host = place(name, at(name)).group(1);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port(String name) {
        return Integer.parseInt(place(name, at(name)).group(2));
    }

    SSLMode ssl() {
        return ssl(postgresSsl);
    }

    String jdbcUrl(String name) {
        return "jdbc:postgresql://%s/%s?ApplicationName=prongsai-migration&sslmode=%s"
                .formatted(at(name), name, postgresSsl);
    }

    /** Answers and tickets may live in clusters of their own. */
    private String at(String name) {
        return Objects.requireNonNullElse(login(name).at(), postgres);
    }

    private static Matcher place(String key, String text) {
        var place = PLACE.matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException(key + " is '" + text + "', expected host:port");
        }
        return place;
    }

    private static SSLMode ssl(String text) {
        try {
            return SSLMode.fromValue(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "prongsai.postgres-ssl (PRONGSAI_POSTGRES_SSL) is '" + text
                            + "', expected disable, allow, prefer, require, verify-ca or verify-full",
                    unknown);
        }
    }

    /** @throws IllegalArgumentException naming the key and the ways to set it */
    Login login(String name) {
        Login login = database.get(name);
        if (login == null) {
            throw new IllegalArgumentException("prongsai.database." + name + ".password and .owner-password are not"
                    + " set: put files of these names into the folder PRONGSAI_SECRETS, or set"
                    + " PRONGSAI_DATABASE_" + name.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD and _OWNERPASSWORD");
        }
        return login;
    }
}
